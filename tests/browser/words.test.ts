import { describe, expect, test } from 'vitest';
import type { Fact } from '@breathing-room/core/domain/fact';
import { FactKind } from '@breathing-room/core/domain/fact';
import { newSubscriber, type Subscriber } from '@breathing-room/core/domain/subscriber';
import { freshNumber } from '../../packages/local/src/page/client/desk-state.ts';
import { sayCounts } from '../../packages/local/src/page/say-counts.ts';
import { sayFact } from '../../packages/local/src/page/say-fact.ts';
import { sayNothingComing, sayPerson } from '../../packages/local/src/page/say-person.ts';
import { sayNumber, sayPlace } from '../../packages/local/src/page/say-phone.ts';
import { hourOfDay, sayDate, sayIn, sayTime } from '../../packages/local/src/page/say-when.ts';
import { suggestWords } from '../../packages/local/src/page/suggest-words.ts';
import { phoneAt } from '@breathing-room/local/phone-list';

const now = '2026-11-23T15:41:00Z';
const someone: Subscriber = { ...newSubscriber('0123456789abcdef', { channel: 'sms', value: '+12125550123' }, 'US'), version: 3 };
const enrolment = { programme: 'patience', nextNote: 2, startedAt: now, softNotes: 0, missed: 0, contactAsked: true };

describe('the words of the page', () => {
  test.for([
    ['America/New_York', '10:41', 'Mon 23 Nov'],
    ['Australia/Sydney', '02:41', 'Tue 24 Nov'],
    ['America/St_Johns', '12:11', 'Mon 23 Nov'],
  ] as const)('give the time on the wall in %s', ([zone, time, date]) => {
    expect([sayTime(now, zone), sayDate(now, zone)]).toEqual([time, date]);
    expect(hourOfDay(now, zone)).toBeCloseTo(Number(time.slice(0, 2)) + Number(time.slice(3)) / 60);
  });

  test.for([
    ['2026-11-23T15:41:20Z', 'now'],
    ['2026-11-23T16:20:00Z', 'in 39 min'],
    ['2026-11-24T15:41:00Z', 'in 24 h'],
    ['2026-11-27T15:41:00Z', 'in 4 days'],
  ] as const)('say how far %s is', ([at, words]) => {
    expect(sayIn(at, now)).toBe(words);
  });

  test('have a line of their own for every kind of fact', () => {
    const lines = FactKind.options.map((kind) => sayFact({ kind, at: now }));
    expect(new Set(lines).size).toBe(FactKind.options.length);
  });

  test('name the note a fact is about', () => {
    const sent: Fact = { kind: 'note_sent', at: now, about: 'patience.n4.soft' };
    expect(sayFact(sent)).toBe('Note 4 of patience, gentler text, was sent');
  });

  test('say the state of a record: programme, pace, rest and flags', () => {
    const flag = { since: now, until: '2027-02-21T15:41:00Z' };
    const traits = sayPerson({ ...someone, enrolment, hold: { reason: 'crisis', since: now }, flags: { safe: flag } }, 'America/New_York');
    expect(traits).toEqual(
      expect.arrayContaining([
        { name: 'Programme', words: 'patience, next is note 2' },
        { name: 'Pace', words: 'Daily at first, then less often' },
        { name: 'Notes rest', words: expect.stringContaining('danger') },
        { name: 'Flag: unsafe', words: 'Set; kept until Sun 21 Feb' },
      ]),
    );
  });

  test.for<[string, Partial<Subscriber>, string, string]>([
    ['a new person', { version: 0 }, 'SPACE', 'No programme'],
    ['a sign-up that waits', { offer: { programme: 'patience', askedAt: now, wording: 'w' } }, 'GO', 'before GO'],
    ['an opt-out', { consent: 'withdrawn' }, 'START', 'opted out'],
    ['a rest', { enrolment, hold: { reason: 'pause', since: now } }, 'RESUME', 'Notes rest'],
    [
      'an open check-in',
      { enrolment: { ...enrolment, checkIn: { note: 1, askedAt: now, answered: false, askedAgain: false } } },
      '2',
      'No time zone',
    ],
  ])('suggest what fits %s first, and say why nothing is to come', ([, state, first, nothing]) => {
    const person = { ...someone, ...state };
    expect(suggestWords(person)[0]).toBe(first);
    expect(sayNothingComing(person)).toContain(nothing);
  });

  test('say what ran, and keep quiet about what was only looked at', () => {
    expect(sayCounts({ 'post.sent': 2, 'left-alone': 1, 'code.retry': 1 })).toBe('Ran: 2 sent, 1 code.retry.');
    expect(sayCounts({ 'left-alone': 4 })).toBe('Nothing was due.');
  });

  test('name a place only as closely as the number does', () => {
    expect(['+12125550123', '+61400000123', '+33199001234'].map((number) => sayPlace(phoneAt(number)))).toEqual([
      'New York',
      'Australia',
      'Somewhere',
    ]);
    expect(sayNumber('+447700900123')).toBe('+44 7700 900123');
  });

  test('give a fresh number of the same place that nobody used', () => {
    const used = ['+12125550123', '+12125550124'].map((number) => phoneAt(number));
    expect(freshNumber('+12125550123', used)).toBe('+12125550125');
  });
});
