import { buildWeights, trainingRows } from '@breathing-room/core/meaning/build-weights';
import { compileRules } from '@breathing-room/core/meaning/compile-rules';
import { parseVoice } from '@breathing-room/core/meaning/read-voices';
import { areFresh } from '@breathing-room/core/meaning/write-weights';
import { packWeights, unpackWeights } from '@breathing-room/core/domain/understanding/weight-table';
import { packWords, unpackWords } from '@breathing-room/core/domain/understanding/word-list';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readHeldout } from './heldout-rows.ts';
import { corpus } from './real-lexicon.ts';

describe('the weights', () => {
  test('in the repository are those of the sources beside them', () => {
    expect(areFresh()).toBe(true);
  });

  test('come out the same from the same sources', { timeout: 60_000 }, () => {
    const rows = trainingRows().filter(({ voice }) => ['teen', 'uk', 'danger-fifth'].includes(voice));
    expect(JSON.stringify(buildWeights(rows))).toBe(JSON.stringify(buildWeights(rows)));
  });

  test('were learnt from no test row', () => {
    const trained = new Set(trainingRows().map(({ text }) => text.toLowerCase()));
    const names = ['safety.sixth', 'topics.nurse', 'topics.student', 'topics.dad', 'offtopic.mixed', 'commands.first', 'checkins.first'];
    const tested = [...names.flatMap((name) => corpus(name)), ...readHeldout('a'), ...readHeldout('b')];
    expect(tested.filter(({ text }) => trained.has(text.toLowerCase())).map(({ text }) => text)).toEqual([]);
  });

  test('were learnt from no voice they are tested on', () => {
    const trained = new Set(trainingRows().map(({ voice }) => voice));
    expect([...readHeldout('a'), ...readHeldout('b')].filter(({ voice }) => trained.has(voice))).toEqual([]);
  });
});

describe('a corpus file', () => {
  test('is read line by line', () => {
    expect(parseVoice('me', '# a note\ntopic space: he wants room\n\ncommand time=20:00: at 8pm: please')).toEqual([
      { voice: 'me', group: 'topic', label: 'space', text: 'he wants room' },
      { voice: 'me', group: 'command', label: 'time=20:00', text: 'at 8pm: please' },
    ]);
  });

  test('with a line of another form is refused by name and number', () => {
    expect(() => parseVoice('me', 'topic space: he wants room\nnot a row')).toThrow('me.txt:2');
  });
});

describe('a rule file', () => {
  test.each([
    ['stray words', 'a phrase stands before the first section'],
    ['= one\n<who> knows', 'unknown class <rules.who>'],
    ['= one\n.. $', 'no part of the phrase is a plain word'],
  ])('with %j is refused: %s', (text, fault) => {
    expect(() => compileRules('rules', text)).toThrow(fault);
  });
});

const word = fc.stringMatching(/^[a-z0-9]{1,30}$/);
const row = fc.record({
  code: fc.nat(2 ** 25 - 1),
  levels: fc.uniqueArray(fc.record({ label: fc.nat(40), level: fc.integer({ min: -22, max: 22 }) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ label }) => label,
  }),
});

describe('what is packed', () => {
  property.prop([fc.uniqueArray(word)])('as words comes out as the same words, sorted', (words) => {
    expect(unpackWords(packWords(words))).toEqual([...words].sort());
  });

  property.prop([fc.uniqueArray(row, { selector: ({ code }) => code })])('as weights comes out as the same weights', (rows) => {
    const packed = packWeights([...rows].sort((one, other) => one.code - other.code));
    const { codes, starts, ends, labels, levels } = unpackWeights(packed);
    const unpacked = [...codes.entries()].flatMap(([slot, code]) =>
      code === -1
        ? []
        : [
            {
              code,
              levels: Array.from({ length: ends[slot]! - starts[slot]! }, (_, at) => ({
                label: labels[starts[slot]! + at],
                level: levels[starts[slot]! + at],
              })),
            },
          ],
    );
    const byCode = (one: { code: number }, other: { code: number }): number => one.code - other.code;
    expect(unpacked.sort(byCode)).toEqual([...rows].sort(byCode));
    expect(packed).not.toMatch(/[^\u0023-\u007E]|\\/);
  });
});
