import { readLexicon } from '@breathing-room/core/meaning/read-lexicon';
import { describe, expect, test } from 'vitest';
import { readHeldout } from './heldout-rows.ts';
import { measure, readRows } from './heldout-table.ts';

/** Rows of both halves read right at least; one fewer than measured. They may only rise (X8). */
const atLeast: Readonly<Record<string, number>> = {
  'topic, first guess': 372,
  'topic, in the best three': 404,
  crisis: 220,
  'crisis, imminent': 73,
  'crisis, active': 91,
  'crisis, subtle': 54,
  'crisis, of the right kind': 209,
  'opt-out': 137,
  'opt-out, unsure, asked or honoured': 26,
  command: 163,
  'command with its value': 159,
  'check-in': 134,
  'keyword typing errors': 88,
  'Spanish crisis': 25,
  'Spanish opt-out': 19,
  'please do not answer': 14,
};
/** Rows taken wrongly at most; one more than measured. They may only fall. */
const atMost: Readonly<Record<string, number>> = {
  'advice on an off-topic text': 5,
  'crisis on look-alikes': 14,
  'crisis elsewhere': 29,
  'crisis swallowed by an opt-out': 4,
  'opt-out on look-alikes': 9,
  'opt-out elsewhere': 16,
  'check-in, a wrong number': 12,
  'Spanish look-alikes taken wrongly': 4,
};

const figures = measure(readRows([...readHeldout('a'), ...readHeldout('b')], await readLexicon()));

describe('of texts by authors who had not seen the rules (X8)', () => {
  test('every aim has its floor or its ceiling', () => {
    expect(figures.map(({ name }) => name).sort()).toEqual([...Object.keys(atLeast), ...Object.keys(atMost)].sort());
  });

  test.each(figures.filter(({ name }) => name in atLeast))('$name is read right no less often than before', ({ name, hits }) => {
    expect(hits.length).toBeGreaterThanOrEqual(atLeast[name] ?? Infinity);
  });

  test.each(figures.filter(({ name }) => name in atMost))('$name happens no more often than before', ({ name, hits }) => {
    expect(hits.length).toBeLessThanOrEqual(atMost[name] ?? -1);
  });
});
