import type { Lexicon } from '@breathing-room/core/domain/lexicon';
import { understand } from '@breathing-room/core/domain/understand';
import { buildWeights, trainingRows, type TrainingRow } from '@breathing-room/core/meaning/build-weights';
import { readLexicon } from '@breathing-room/core/meaning/read-lexicon';
import { scoreMeaning, stateNamed } from '@breathing-room/core/meaning/score-line';

const folds = 5;

interface Share {
  right: number;
  near: number;
  of: number;
}
type Table = Map<string, Share>;

/**
 * Cross-validated by voice: each fifth of the voices is read by weights that never saw one of them. Only voices the
 * rules were not mended on are counted.
 */
export const run = async ({ json }: { json: boolean }): Promise<void> => {
  const [lexicon, rows] = [await readLexicon(), trainingRows()];
  const voices = [...new Set(rows.filter(({ tuned }) => !tuned).map(({ voice }) => voice))].sort();
  const table: Table = new Map();
  for (let fold = 0; fold < folds; fold += 1) {
    process.stderr.write(`reading fold ${fold + 1} of ${folds} ...\n`);
    const held = new Set(voices.filter((_, at) => at % folds === fold));
    const isHeld = ({ voice, tuned }: TrainingRow): boolean => !tuned && held.has(voice);
    const reading = buildWeights(rows.filter((row) => !isHeld(row)));
    for (const row of rows.filter(isHeld)) count(table, row, { ...lexicon, reading });
  }
  process.stdout.write(json ? `${JSON.stringify({ bench: 'corpus', table: Object.fromEntries(table) })}\n` : print(table));
};

type Scored = ReturnType<typeof scoreMeaning>;

const count = (table: Table, row: TrainingRow, lexicon: Lexicon): void => {
  const meaning = understand(row.text, stateNamed(row.group.startsWith('checkin') ? 'checkin' : undefined), lexicon);
  const [scored, name] = [scoreMeaning(meaning), classOf(row)];
  const isRight = row.label === 'again' ? meaning.kind === 'check_in_unclear' : rightFor(row, scored);
  const share = table.get(name) ?? { right: 0, near: 0, of: 0 };
  table.set(name, {
    right: share.right + Number(isRight),
    near: share.near + Number(isRight || (row.group === 'topic' && (scored.topics ?? []).includes(row.label))),
    of: share.of + 1,
  });
};

const classOf = ({ group, label }: TrainingRow): string => {
  if (group.startsWith('crisis-') && group !== 'crisis-lookalike') return `${group} ${label.split('-')[0] ?? ''}`;
  return group === 'topic' || group === 'command' ? `${group} ${label.split('=')[0] ?? ''}` : group;
};

const rightFor = ({ group, label }: TrainingRow, scored: Scored): boolean => {
  if (/^(?:crisis|spanish)-(?:self_harm|abuse|harm_others)$/.test(group)) return scored.crisis !== undefined;
  switch (group) {
    case 'topic':
    case 'typo':
      return scored.topics?.[0] === label;
    case 'optout':
    case 'spanish-optout':
      return scored.optout === true;
    case 'optout-lookalike':
    case 'spanish-optout-lookalike':
      return scored.optout !== true;
    case 'crisis-lookalike':
    case 'spanish-crisis-lookalike':
      return scored.crisis === undefined;
    case 'command':
      return scored.command === label.split('=')[0];
    case 'checkin':
      return scored.kind === 'checkin' && String(scored.value) === label;
    case 'checkin-trap':
      return scored.kind !== 'checkin';
    case 'optout-unsure':
      return scored.kind === 'clarify' || scored.optout === true;
    default:
      return scored.kind !== 'topic' && scored.crisis === undefined;
  }
};

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
const print = (table: Table): string =>
  [
    '| class | right | in the best three | rows |',
    '|---|---|---|---|',
    ...[...table]
      .sort(([, one], [, other]) => one.right / one.of - other.right / other.of)
      .map(
        ([name, { right, near, of }]) =>
          `| ${name} | ${percent(right, of)} | ${name.startsWith('topic') ? percent(near, of) : ''} | ${of} |`,
      ),
    '',
  ].join('\n');
