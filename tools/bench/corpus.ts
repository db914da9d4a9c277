import { understand } from '@breathing-room/core/domain/understand';
import { alarmVoices, buildWeights, trainingVoices, type Voice } from '@breathing-room/core/meaning/build-weights';
import { readLexicon } from '@breathing-room/core/meaning/read-lexicon';
import { scoreMeaning } from '@breathing-room/core/meaning/score-line';
import { topicNames } from '@breathing-room/core/meaning/topic-names';
import type { ReadingModel } from '@breathing-room/core/domain/understanding/reading-model';

const state = { checkInOpen: false, gateOpen: false, isOptedOut: false };
const dangers = new Set(['imminent', 'active', 'subtle', 'other', 'abuse', 'harm_others']);

interface Share {
  right: number;
  near: number;
  of: number;
}
type Table = Map<string, Share>;

/** Cross-validated: each voice is read by weights that never saw it. The rules, which were written by hand, saw all. */
export const run = async ({ json }: { json: boolean }): Promise<void> => {
  const [lexicon, voices, alarms] = [await readLexicon(), trainingVoices(), alarmVoices()];
  const table: Table = new Map();
  for (const voice of voices)
    count(
      table,
      voice,
      read(
        lexicon,
        buildWeights(
          voices.filter((each) => each !== voice),
          alarms,
        ),
      ),
    );
  for (const voice of alarms)
    count(
      table,
      voice,
      read(
        lexicon,
        buildWeights(
          voices,
          alarms.filter((each) => each !== voice),
        ),
      ),
    );
  process.stdout.write(json ? `${JSON.stringify({ bench: 'corpus', table: Object.fromEntries(table) })}\n` : print(table));
};

type Scored = ReturnType<typeof scoreMeaning>;
const read =
  (lexicon: Awaited<ReturnType<typeof readLexicon>>, reading: ReadingModel) =>
  (text: string): Scored =>
    scoreMeaning(understand(text, state, { ...lexicon, reading }));

const count = (table: Table, voice: Voice, score: (text: string) => Scored): void => {
  for (const { topic, text } of voice.rows) {
    const [scored, share] = [score(text), table.get(topic) ?? { right: 0, near: 0, of: 0 }];
    const isRight = rightFor(topic, scored);
    table.set(topic, {
      right: share.right + Number(isRight),
      near: share.near + Number(isRight || (scored.topics ?? []).includes(topicNames[topic] ?? '')),
      of: share.of + 1,
    });
  }
};

const rightFor = (topic: string, scored: Scored): boolean => {
  const label = topic.replace('es_', '');
  if (dangers.has(label) || label === 'crisis') return scored.crisis !== undefined;
  if (label === 'optout') return scored.optout === true;
  if (label === 'quiet' || label === 'off_topic') return scored.kind !== 'topic';
  if (label === 'lookalike') return scored.crisis === undefined;
  if (label === 'grief') return scored.optout !== true;
  return scored.topics?.[0] === topicNames[topic];
};

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
const print = (table: Table): string =>
  [
    '| class | right | in the best three | rows |',
    '|---|---|---|---|',
    ...[...table]
      .sort(([, one], [, other]) => one.right / one.of - other.right / other.of)
      .map(([topic, { right, near, of }]) => `| ${topic} | ${percent(right, of)} | ${percent(near, of)} | ${of} |`),
    '',
  ].join('\n');
