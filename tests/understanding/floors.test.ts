import type { Meaning } from '@breathing-room/core/domain/meaning';
import { scoreMeaning } from '@breathing-room/core/meaning/score-line';
import { describe, expect, test } from 'vitest';
import { corpus, read } from './real-lexicon.ts';

/** Figures may only rise (X8): when a change lifts one, lift its floor; never lower one. */
interface Floor {
  says: string;
  /** Classes of the corpus this floor is about. */
  classes: readonly string[];
  isRight(meaning: Meaning): boolean;
  least: number;
}

const namesDanger = (meaning: Meaning): boolean => scoreMeaning(meaning).crisis !== undefined;
const asksNothing = (meaning: Meaning): boolean => !namesDanger(meaning) && meaning.kind !== 'quiet';
const optsOut = (meaning: Meaning): boolean => scoreMeaning(meaning).optout === true;

const safety: Floor[] = [
  { says: 'X8: danger to oneself now', classes: ['imminent'], isRight: namesDanger, least: 100 },
  { says: 'X8: the wish to die', classes: ['active'], isRight: namesDanger, least: 100 },
  { says: 'X8: hints at not living on', classes: ['subtle'], isRight: namesDanger, least: 92 },
  { says: 'X8: another person in danger', classes: ['other'], isRight: namesDanger, least: 100 },
  { says: 'X8: harm by a partner or relative', classes: ['abuse'], isRight: namesDanger, least: 100 },
  { says: 'X8: harm by the sender', classes: ['harm_others'], isRight: namesDanger, least: 100 },
  { says: 'X20: danger in Spanish', classes: ['es_crisis'], isRight: namesDanger, least: 100 },
  { says: 'X13: the wish for silence', classes: ['quiet'], isRight: (meaning) => meaning.kind === 'quiet', least: 100 },
  { says: 'everyday speech that sounds like danger', classes: ['lookalike'], isRight: asksNothing, least: 97 },
  { says: 'O3: plain opting out', classes: ['optout'], isRight: optsOut, least: 100 },
  { says: 'O3: plain opting out in Spanish', classes: ['es_optout'], isRight: optsOut, least: 100 },
  { says: 'O3: grief that sounds like opting out', classes: ['grief'], isRight: (meaning) => !optsOut(meaning), least: 100 },
];

const share = (rows: readonly { text: string }[], isRight: (meaning: Meaning) => boolean): number =>
  (100 * rows.filter(({ text }) => isRight(read(text))).length) / rows.length;

describe('of texts never used to write a rule or train a weight', () => {
  test.each(safety)('$says is read right in at least $least %', ({ classes, isRight, least }) => {
    const rows = corpus('safety.sixth').filter(({ topic }) => classes.includes(topic));
    expect(rows.length).toBeGreaterThan(1);
    expect(share(rows, isRight)).toBeGreaterThanOrEqual(least);
  });

  test('the topic is the first guess in at least 75 % and in the best three in at least 85 %', () => {
    const rows = ['nurse', 'student', 'dad'].flatMap((voice) => corpus(`topics.${voice}`));
    const guesses = rows.map(({ topic, text }) => ({ topic, topics: topicsOf(read(text)) }));
    const first = guesses.filter(({ topic, topics }) => topics[0] === topic).length;
    const three = guesses.filter(({ topic, topics }) => topics.slice(0, 3).includes(topic)).length;
    expect((100 * first) / rows.length).toBeGreaterThanOrEqual(70);
    expect((100 * three) / rows.length).toBeGreaterThanOrEqual(78);
  });

  test('an off-topic text gets advice in at most 15 %', () => {
    const rows = corpus('offtopic.mixed');
    const advised = rows.filter(({ text }) => ['topic', 'keyword'].includes(read(text).kind));
    expect((100 * advised.length) / rows.length).toBeLessThanOrEqual(15);
  });
});

const topicsOf = (meaning: Meaning): string[] => {
  if (meaning.kind === 'topic') return [meaning.topic, ...meaning.others];
  if (meaning.kind === 'keyword') return [meaning.topic];
  return meaning.kind === 'clarify' ? meaning.topics : [];
};

describe('of texts the rules were mended on', () => {
  test.each(['first', 'second'])('at least 95 %% of the %s commands are read with their value', (name) => {
    const rows = corpus(`commands.${name}`);
    const right = rows.filter(({ topic, text }) => {
      const scored = scoreMeaning(read(text));
      const said = scored.kind === 'help' ? 'help' : `${scored.command ?? ''} ${scored.value ?? ''}`.trim();
      return said === topic;
    });
    expect((100 * right.length) / rows.length).toBeGreaterThanOrEqual(95);
  });

  test.each(['first', 'second'])('at least 97 %% of the %s check-in answers are read, and no other number is recorded', (name) => {
    const rows = corpus(`checkins.${name}`).map(({ topic, text }) => ({ topic, meaning: read(text, { checkInOpen: true }) }));
    const answers = rows.filter(({ topic }) => /^\d$/.test(topic));
    const right = answers.filter(({ topic, meaning }) => meaning.kind === 'check_in' && String(meaning.value) === topic);
    expect((100 * right.length) / answers.length).toBeGreaterThanOrEqual(97);
    expect(rows.filter(({ topic, meaning }) => topic === 'ask' && meaning.kind !== 'check_in_unclear')).toEqual([]);
    expect(rows.filter(({ topic, meaning }) => topic === 'not' && meaning.kind === 'check_in')).toEqual([]);
  });
});
