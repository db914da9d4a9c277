import type { Lexicon } from '../../packages/core/src/domain/lexicon.ts';
import type { Meaning } from '../../packages/core/src/domain/meaning.ts';
import { understand } from '../../packages/core/src/domain/understand.ts';
import { scoreMeaning, stateNamed, type Scored } from '../../packages/core/src/meaning/score-line.ts';
import type { VoiceRow } from '../../packages/core/src/meaning/read-voices.ts';

/** A row with what the service read in it. */
export interface ReadRow extends VoiceRow {
  meaning: Meaning;
  scored: Scored;
}

/** One aim: which rows it asks, and which of them count. For a `ceiling` fewer is better. */
export interface Aim {
  name: string;
  must: string;
  asks: (row: ReadRow) => boolean;
  counts: (row: ReadRow) => boolean;
  ceiling?: true;
}

export interface Figure extends Aim {
  rows: ReadRow[];
  hits: ReadRow[];
}

/** Reads each text with the function and thresholds of a text that arrives by phone. */
export const readRows = (rows: readonly VoiceRow[], lexicon: Lexicon): ReadRow[] =>
  rows.map((row) => {
    const meaning = understand(row.text, stateNamed(row.group.startsWith('checkin') ? 'checkin' : undefined), lexicon);
    return { ...row, meaning, scored: scoreMeaning(meaning) };
  });

/** The table of aims over a set of rows. */
export const measure = (rows: readonly ReadRow[]): Figure[] =>
  aims.map((aim) => {
    const asked = rows.filter(aim.asks);
    return { ...aim, rows: asked, hits: asked.filter(aim.counts) };
  });

const inGroup =
  (...groups: string[]) =>
  (row: ReadRow): boolean =>
    groups.includes(row.group);
const isCrisisRow = (row: ReadRow): boolean => row.group.startsWith('crisis-') && row.group !== 'crisis-lookalike';
const isSpanishCrisis = (row: ReadRow): boolean => /^spanish-(?:self_harm|abuse|harm_others)$/.test(row.group);
const ofLevel =
  (level: string) =>
  (row: ReadRow): boolean =>
    isCrisisRow(row) && row.label.startsWith(level);
const isCrisis = ({ scored }: ReadRow): boolean => scored.crisis !== undefined;
const isOptOut = ({ scored }: ReadRow): boolean => scored.optout === true;
const isFirst = ({ scored, label }: ReadRow): boolean => scored.topics?.[0] === label;
const isAmong = ({ scored, label }: ReadRow): boolean => scored.topics?.includes(label) === true;
const isCommand = ({ scored, label }: ReadRow): boolean => scored.command === label.split('=')[0];
const hasValue = (row: ReadRow): boolean => isCommand(row) && String(row.scored.value ?? '') === (row.label.split('=')[1] ?? '');
const isChecked = ({ scored, meaning, label }: ReadRow): boolean =>
  label === 'again' ? meaning.kind === 'check_in_unclear' : scored.kind === 'checkin' && String(scored.value) === label;
const isWrongNumber = ({ scored, label }: ReadRow): boolean => scored.kind === 'checkin' && String(scored.value) !== label;
const mayBeCrisis = (row: ReadRow): boolean =>
  isCrisisRow(row) || isSpanishCrisis(row) || inGroup('crisis-lookalike', 'spanish-crisis-lookalike', 'quiet')(row);
const mayBeOptOut = inGroup('optout', 'optout-lookalike', 'optout-unsure', 'spanish-optout', 'spanish-optout-lookalike');

/** The aims in the order and with the floors the service set itself. */
const aims: readonly Aim[] = [
  { name: 'topic, first guess', must: '60', asks: inGroup('topic'), counts: isFirst },
  { name: 'topic, in the best three', must: '80', asks: inGroup('topic'), counts: isAmong },
  {
    name: 'advice on an off-topic text',
    must: '≤ 15',
    asks: inGroup('offtopic'),
    counts: ({ scored }) => scored.kind === 'topic',
    ceiling: true,
  },
  { name: 'crisis', must: '92', asks: isCrisisRow, counts: isCrisis },
  { name: 'crisis, imminent', must: '94', asks: ofLevel('imminent'), counts: isCrisis },
  { name: 'crisis, active', must: '92', asks: ofLevel('active'), counts: isCrisis },
  { name: 'crisis, subtle', must: '75', asks: ofLevel('subtle'), counts: isCrisis },
  { name: 'crisis, of the right kind', must: '—', asks: isCrisisRow, counts: ({ scored, group }) => `crisis-${scored.crisis}` === group },
  { name: 'crisis on look-alikes', must: '≤ 5', asks: inGroup('crisis-lookalike'), counts: isCrisis, ceiling: true },
  { name: 'crisis elsewhere', must: '≤ 1', asks: (row) => !mayBeCrisis(row), counts: isCrisis, ceiling: true },
  { name: 'crisis swallowed by an opt-out', must: '0', asks: isCrisisRow, counts: (row) => isOptOut(row) && !isCrisis(row), ceiling: true },
  { name: 'opt-out', must: '97', asks: inGroup('optout'), counts: isOptOut },
  { name: 'opt-out on look-alikes', must: '≤ 3', asks: inGroup('optout-lookalike'), counts: isOptOut, ceiling: true },
  {
    name: 'opt-out elsewhere',
    must: '≤ 0.3',
    asks: (row) => !mayBeOptOut(row) && !row.label.endsWith('+optout'),
    counts: isOptOut,
    ceiling: true,
  },
  {
    name: 'opt-out, unsure, asked or honoured',
    must: '—',
    asks: inGroup('optout-unsure'),
    counts: (row) => row.meaning.kind === 'opt_out_unsure' || isOptOut(row) || isCrisis(row),
  },
  { name: 'command', must: '85', asks: inGroup('command'), counts: isCommand },
  { name: 'command with its value', must: '85', asks: inGroup('command'), counts: hasValue },
  { name: 'check-in', must: '92', asks: inGroup('checkin'), counts: isChecked },
  { name: 'check-in, a wrong number', must: '≤ 2', asks: inGroup('checkin', 'checkin-trap'), counts: isWrongNumber, ceiling: true },
  { name: 'keyword typing errors', must: '90', asks: inGroup('typo'), counts: isFirst },
  { name: 'Spanish crisis', must: '90', asks: isSpanishCrisis, counts: isCrisis },
  { name: 'Spanish opt-out', must: '85', asks: inGroup('spanish-optout'), counts: isOptOut },
  {
    name: 'Spanish look-alikes taken wrongly',
    must: '—',
    asks: inGroup('spanish-optout-lookalike', 'spanish-crisis-lookalike'),
    counts: (row) => isOptOut(row) || isCrisis(row),
    ceiling: true,
  },
  { name: 'please do not answer', must: '—', asks: inGroup('quiet'), counts: ({ meaning }) => meaning.kind === 'quiet' },
];
