import { alarmVoices, buildWeights, readVoice, trainingVoices } from '@breathing-room/core/meaning/build-weights';
import { compileRules } from '@breathing-room/core/meaning/compile-rules';
import { describe, expect, test } from 'vitest';
import { corpus } from './real-lexicon.ts';

describe('the weights', () => {
  test('come out the same from the same sources', { timeout: 60_000 }, () => {
    const [voices, alarms] = [trainingVoices().slice(0, 2), alarmVoices().slice(0, 1)];
    expect(JSON.stringify(buildWeights(voices, alarms))).toBe(JSON.stringify(buildWeights(voices, alarms)));
  });

  test('hold no test row in training', () => {
    const trained = new Set([...trainingVoices(), ...alarmVoices()].flatMap(({ rows }) => rows.map(({ text }) => text.toLowerCase())));
    const names = ['safety.sixth', 'topics.nurse', 'topics.student', 'topics.dad', 'offtopic.mixed'];
    const shared = names.flatMap((name) => corpus(name)).filter(({ text }) => trained.has(text.toLowerCase()));
    expect(shared.map(({ text }) => text)).toEqual([]);
  });

  test('a voice is read line by line', () => {
    expect(readVoice('me', '# a note\nspace: he wants room\n\nnot a row')).toEqual({
      name: 'me',
      rows: [{ topic: 'space', text: 'he wants room' }],
    });
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
