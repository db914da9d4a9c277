import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { read } from './real-lexicon.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ maxLength: 1600 }),
);
const pieces = [
  'i want to ',
  'he said he wants to ',
  'stop ',
  'please stop the ',
  'if i ',
  'my my kid ',
  '“',
  '> ',
  '🙂',
  'a',
  '1 ',
  '. ',
  "'",
  'text me at ',
  '\u0000',
  '\uD800',
  'no me ',
];

describe('any text at all', () => {
  test.prop([anything, fc.boolean(), fc.boolean()])(
    'W15: is read without an error, and twice the same way',
    (text, checkInOpen, isOptedOut) => {
      expect(read(text, { checkInOpen, isOptedOut })).toEqual(read(text, { checkInOpen, isOptedOut }));
    },
  );

  test.prop([fc.string({ unit: fc.constantFrom(...'qwxzjkvb '), minLength: 12, maxLength: 60 })])(
    'X2: letters that mean nothing get no advice and no crisis',
    (text) => {
      expect(['crisis', 'opt_out', 'quiet']).not.toContain(read(text).kind);
    },
  );

  test.prop([
    fc.array(fc.constantFrom('today was long', 'he went to work', 'we had soup', 'the bus was late'), { maxLength: 6 }),
    fc.nat(6),
  ])('X1: danger is found wherever it stands in a message', (said, place) => {
    const text = [...said.slice(0, place), 'i want to kill myself', ...said.slice(place)].join('. ');
    expect(read(text)).toMatchObject({ kind: 'crisis', concern: 'self_harm' });
  });

  test.prop([fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })], { numRuns: 60 })(
    'no repetition makes 1,600 characters take long',
    (parts) => {
      const text = parts.join('').repeat(1600).slice(0, 1600);
      read(text);
      const began = performance.now();
      read(text);
      // Far above the few milliseconds measured, far below what a pattern that blows up would need.
      expect(performance.now() - began).toBeLessThan(400);
    },
  );
});
