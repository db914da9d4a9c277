import { readLexicon } from '@breathing-room/core/meaning/read-lexicon';
import { describe, expect, test } from 'vitest';
import { readHeldout } from './heldout-rows.ts';
import { measure, readRows } from './heldout-table.ts';

/** Rows of half B read right at least; one fewer than measured. They may only rise (X8). */
const atLeast: Readonly<Record<string, number>> = {
  'topic, first guess': 189,
  'topic, in the best three': 213,
  crisis: 96,
  'crisis, imminent': 16,
  'crisis, active': 54,
  'crisis, subtle': 24,
  'crisis, of the right kind': 94,
  'opt-out': 65,
  'opt-out, unsure, asked or honoured': 4,
  command: 51,
  'command with its value': 49,
  'check-in': 30,
  'keyword typing errors': 44,
  'Spanish crisis': 19,
  'Spanish opt-out': 13,
  'please do not answer': 4,
};
/** Rows of half B taken wrongly at most; one more than measured, but for danger swallowed. They may only fall. */
const atMost: Readonly<Record<string, number>> = {
  'advice on an off-topic text': 7,
  'crisis on look-alikes': 5,
  'crisis elsewhere': 17,
  'crisis swallowed by an opt-out': 1,
  'opt-out on look-alikes': 7,
  'opt-out elsewhere': 4,
  'check-in, a wrong number': 2,
  'Spanish look-alikes taken wrongly': 1,
};

const figures = measure(readRows(readHeldout('b'), await readLexicon()));

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
