import { describe, expect, test } from 'vitest';
import { plusDays, plusHours } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { renderReply } from '@breathing-room/core/domain/render';
import { testGuide } from '../support/guide.ts';
import { after, peopleIn, type Someone, stranger, texts, untilNextNote } from '../support/people.ts';

const guide = testGuide();
const people = peopleIn(guide);
const tell = (someone: Someone, ...words: string[]): Someone => words.reduce((each, word) => after(each, word, guide), someone);
const said = (someone: Someone, word: string): string[] => texts(someone, word, guide).reply.map(({ id }) => id);
const wordsOf = (someone: Someone, word: string): string => {
  const { reply, subscriber } = texts(someone, word, guide);
  return renderReply(reply, subscriber, guide) ?? '';
};
const programmes = Object.values(guide.content.programmes);

describe('the answer to JOIN (O11)', () => {
  const numbers = ['+12125550123', '+447700900123', '+353851234567'];

  test.each(numbers.flatMap((number) => programmes.map(({ word, title }) => ({ number, word, title }))))(
    'JOIN $word from $number holds all that consent needs',
    ({ number, word, title }) => {
      const shown = wordsOf(stranger(number), `JOIN ${word}`);
      for (const part of [
        'Breathing Room',
        title,
        'up to 1 a day',
        'Msg & data rates may apply',
        'HELP',
        'STOP',
        '18+',
        'example.org/privacy',
        'GO',
        'PAUSE',
        'SLOWER',
        'PRIVATE',
        'nobody reads',
      ])
        expect(shown).toContain(part);
    },
  );

  test.each(numbers.slice(1))('%s is asked in the explicit words that its law wants (O12)', (number) => {
    for (const { word } of programmes) expect(wordsOf(stranger(number), `JOIN ${word}`)).toContain('your clear consent');
  });

  test('names no programme under PRIVATE', () => {
    for (const { word, title } of programmes) expect(wordsOf(tell(stranger(), 'PRIVATE'), `JOIN ${word}`)).not.toContain(title);
  });

  test.each([
    ['WEEK', 'FIRSTWEEK'],
    ['BOUNDARY', 'BOUNDARIES'],
    ['BALANCE', 'BALANCE28'],
  ])('%s and %s are one programme', (one, other) => {
    expect(after(stranger(), `JOIN ${one}`, guide).person.offer?.programme).toBe(
      after(stranger(), `JOIN ${other}`, guide).person.offer?.programme,
    );
  });
});

describe('GO (O8, O12)', () => {
  const pending = people.pending!();

  test.each([
    [0, 'join.done'],
    [71, 'join.done'],
    [72, 'join.nothing'],
    [100, 'join.nothing'],
  ])('%i hours after JOIN: %s', (hours, reply) => {
    expect(said({ ...pending, now: plusHours(pending.now, hours) }, 'GO')).toEqual([reply]);
  });

  test('counts once', () => {
    const joined = tell(pending, 'GO');
    const again = texts(joined, 'GO', guide);
    expect(again.reply.map(({ id }) => id)).toEqual(['join.nothing']);
    expect(again.ledger).toEqual([]);
    expect(again.subscriber.enrolment).toEqual(joined.person.enrolment);
  });

  test('writes who agreed to which words, when, by which message', () => {
    const shown = wordsOf(stranger(), 'JOIN PATIENCE');
    const { ledger } = texts(pending, 'GO', guide);
    expect(ledger).toEqual([
      expect.objectContaining({
        kind: 'given',
        method: 'go_word',
        channel: 'sms',
        programme: 'patience',
        at: pending.now,
        language: 'en',
        retentionYears: 5,
        source: expect.stringMatching(/^SM/),
        wording: { id: 'join.contact', version: guide.content.version, shown },
      }),
    ]);
  });

  test('proves the words that were shown, also where PRIVATE came between', () => {
    const { ledger } = texts(tell(pending, 'PRIVATE'), 'GO', guide);
    expect(ledger[0]!.wording!.shown).toBe(wordsOf(stranger(), 'JOIN PATIENCE'));
  });

  test.each(['SAFE', 'NOCONTACT', 'CRISIS', '911', 'STOP', 'NO', 'FORGET ME'])('finds nothing after %s (O1, O8)', (word) => {
    const changed = word === 'FORGET ME' ? tell(pending, word, word) : tell(pending, word);
    expect(texts(changed, 'GO', guide)).toMatchObject({ ledger: [], subscriber: { consent: expect.not.stringMatching('given') } });
  });
});

describe('coming back after STOP (O7, O15)', () => {
  const out = people.optedout!();

  test('JOIN shows the wording, GO consents anew', () => {
    const joined = texts(tell(out, 'JOIN WEEK'), 'GO', guide);
    expect(joined.subscriber).toMatchObject({ consent: 'given', enrolment: { programme: 'firstweek' } });
    expect(joined.ledger.map(({ kind }) => kind)).toEqual(['given']);
  });

  test('JOIN asks for a town and takes it, where the number names no zone', () => {
    const parisian = tell(stranger('+33612345678'), 'STOP');
    const asked = tell(parisian, 'JOIN WEEK');
    expect(said(parisian, 'JOIN WEEK')).toEqual(['join.zone']);
    expect(said(asked, 'ZONE Europe/Paris')).toEqual(['join.gate']);
    expect(said(parisian, 'ZONE Europe/Paris')).toEqual([]);
  });

  test('PRIVATE is taken before GO, as the wording says', () => {
    expect(said(tell(out, 'JOIN WEEK'), 'PRIVATE')).toEqual(['private.on']);
    expect(said(out, 'PRIVATE')).toEqual([]);
  });

  test('JOIN alone leaves the suppression in place', () => {
    const joined = tell(out, 'JOIN WEEK');
    expect(joined.person.consent).toBe('withdrawn');
    expect(untilNextNote(joined, guide)).toBeUndefined();
  });

  test('START lifts it and starts nothing', () => {
    const lifted = tell(out, 'START');
    expect(lifted.person).toMatchObject({ consent: 'none' });
    expect(untilNextNote(lifted, guide)).toBeUndefined();
    expect(said(lifted, 'GO')).toEqual(['join.nothing']);
  });
});

describe('sign-ups nobody answers (X21)', () => {
  function lapsed(someone: Someone): Someone {
    const now = plusHours(someone.now, 73);
    const decision = nudge(someone.person, guide, now);
    if (decision.kind !== 'save') throw new Error(decision.kind);
    return { person: decision.subscriber, now };
  }

  test('are shown five times in a life, then no more', () => {
    let someone = stranger();
    for (let time = 0; time < 5; time++) {
      expect(said(someone, 'JOIN WEEK')).toEqual(['join.gate']);
      someone = lapsed(tell(someone, 'JOIN WEEK'));
    }
    expect(said(someone, 'JOIN WEEK')).toEqual([]);
    expect(said({ ...someone, now: plusDays(someone.now, 400) }, 'JOIN WEEK')).toEqual([]);
    expect(said(someone, 'CRISIS')).toEqual(['topic.crisis.1']);
  });

  test('count anew after one that was answered', () => {
    const joined = tell(lapsed(tell(stranger(), 'JOIN WEEK')), 'JOIN WEEK', 'GO');
    expect(joined.person.unansweredOffers).toBe(0);
  });

  test('and texts nobody understands are met with four signposts a day', () => {
    let someone = stranger();
    const answers = Array.from({ length: 6 }, () => {
      const { reply, subscriber } = texts(someone, 'qwzx flurb zz', guide);
      someone = { ...someone, person: subscriber };
      return reply.length;
    });
    expect(answers).toEqual([1, 1, 1, 1, 0, 0]);
    expect(said({ ...someone, now: plusDays(someone.now, 1) }, 'qwzx flurb zz')).toHaveLength(1);
  });
});
