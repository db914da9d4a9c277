import { describe, expect, test } from 'vitest';
import { chooseNote } from '@breathing-room/core/domain/choose-note';
import { type Instant, plusDays, plusHours, secondsBetween } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { planNext } from '@breathing-room/core/domain/plan-note';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import { testGuide } from '../support/guide.ts';
import { answerTo, saidIds } from '../support/meanings.ts';
import { after, later, monday, type Someone, stranger, texts, untilNextNote } from '../support/people.ts';

const guide = testGuide();
type Value = 1 | 2 | 3 | 4 | 5;

/** Somebody asked for a number an hour ago, with earlier answers so many days old. */
function asked(earlier: [value: Value, daysAgo: number][] = [], programme = 'PATIENCE'): Someone {
  const joined = [`JOIN ${programme}`, 'GO'].reduce((someone, word) => after(someone, word, guide), stranger());
  const { person, now } = later(untilNextNote(joined, guide)!, 1);
  return { now, person: { ...person, bands: earlier.map(([value, daysAgo]) => ({ value, at: plusDays(now, -daysAgo) })) } };
}

const gapOf = (person: Subscriber): number | undefined => person.enrolment!.gapHours;

describe('an answer to a check-in (brief 7.1, X9)', () => {
  test.each<
    [
      said: string,
      earlier: [Value, number][],
      reply: string,
      then: [softNotes: number, gapHours: number | undefined, hold: string | undefined],
    ]
  >([
    ['1', [], 'checkin.very-low', [2, 48, undefined]],
    ['0', [], 'checkin.very-low', [2, 48, undefined]],
    ['-3', [], 'checkin.very-low', [2, 48, undefined]],
    ['2', [], 'patience.n1.low', [3, 48, undefined]],
    ['3', [], 'patience.n1.mid', [0, undefined, undefined]],
    ['4', [], 'patience.n1.high', [0, undefined, undefined]],
    ['5', [], 'patience.n1.high', [0, undefined, undefined]],
    ['2', [[2, 4]], 'checkin.two-lows', [3, 48, 'lows']],
    ['1', [[2, 4]], 'checkin.two-lows', [2, 48, 'lows']],
    ['2', [[1, 4]], 'checkin.two-lows', [3, 48, 'lows']],
    [
      '1',
      [
        [1, 13],
        [4, 4],
      ],
      'checkin.two-lows',
      [2, 48, 'lows'],
    ],
    [
      '1',
      [
        [1, 15],
        [4, 4],
      ],
      'checkin.very-low',
      [2, 48, undefined],
    ],
    [
      '2',
      [
        [2, 9],
        [3, 4],
      ],
      'patience.n1.low',
      [3, 48, undefined],
    ],
    ['3', [[5, 4]], 'patience.n1.low', [3, 48, undefined]],
    ['3', [[4, 4]], 'patience.n1.mid', [0, undefined, undefined]],
    ['4', [[5, 4]], 'patience.n1.high', [0, undefined, undefined]],
    ['2', [[2, 31]], 'patience.n1.low', [3, 48, undefined]],
  ])('%s after %j: %s, then soft notes, hours between and hold %j', (said, earlier, reply, [softNotes, gapHours, hold]) => {
    const decision = texts(asked(earlier), said, guide);
    expect(decision.reply.map(({ id }) => id)).toEqual([reply]);
    expect(decision.subscriber.enrolment!.softNotes).toBe(softNotes);
    expect(gapOf(decision.subscriber)).toBe(gapHours);
    expect(decision.subscriber.hold?.reason).toBe(hold);
  });

  test('of 1 makes the next two notes soft and at least two days apart, then the standard text goes', () => {
    let someone: Someone = later(after({ ...asked(), now: asked().now }, 'DAILY', guide), 0);
    someone = after(someone, '1', guide);
    const seen: string[] = [];
    const moments: Instant[] = [];
    for (let note = 0; note < 3; note++) {
      const next = untilNextNote(someone, guide)!;
      seen.push(next.textId);
      moments.push(next.now);
      someone = next;
    }
    expect(seen).toEqual(['patience.n2.soft', 'patience.n3.soft', 'patience.n4']);
    expect(secondsBetween(moments[0]!, moments[1]!)).toBeGreaterThanOrEqual(48 * 3600);
  });

  test('never brings the next note nearer (Dose)', () => {
    for (const said of ['1', '2', '3', '4', '5']) {
      const someone = after(asked(), 'LATER', guide);
      expect(texts(someone, said, guide).subscriber.enrolment!.dueAt! >= someone.person.enrolment!.dueAt!).toBe(true);
    }
  });

  test('counts for 36 hours; later a low one gets the gentle lines and is not kept', () => {
    const { person, now } = asked();
    const askedAt = person.enrolment!.checkIn!.askedAt;
    expect(texts({ person, now: plusHours(askedAt, 35) }, '2', guide).subscriber.bands).toHaveLength(1);
    const late = texts({ person, now: plusHours(askedAt, 37) }, '2', guide);
    expect(late.reply.map(({ id }) => id)).toEqual(['checkin.gentle']);
    expect(late.subscriber.bands).toEqual([]);
    expect(now > askedAt).toBe(true);
  });

  test('counts once; a second number is a stray one', () => {
    const once = after(asked(), '4', guide);
    expect(texts(once, '1', guide).reply.map(({ id }) => id)).toEqual(['checkin.gentle']);
    expect(texts(once, '5', guide).reply.map(({ id }) => id)).toEqual(['service.menu']);
  });

  test('that cannot be read is asked for again once', () => {
    const once = answerTo(asked(), { kind: 'check_in_unclear' }, guide);
    expect(saidIds(once)).toEqual(['checkin.again']);
    expect(saidIds(answerTo({ ...asked(), person: once.person }, { kind: 'check_in_unclear' }, guide))).toEqual([]);
  });

  test('does not shorten a rest until RESUME that they asked for', () => {
    const paused = after(asked([[2, 4]]), 'PAUSE', guide);
    expect(texts(paused, '1', guide).subscriber.hold).toEqual(paused.person.hold);
  });

  test.each([
    [10, 'pause'],
    [1, 'lows'],
  ])('keeps the longer rest after PAUSE %i: %s', (days, hold) => {
    const { person, now } = asked([[2, 4]]);
    const paused = answerTo({ person, now }, { kind: 'command', command: { name: 'pause', days } }, guide).person;
    expect(texts({ person: paused, now }, '1', guide).subscriber.hold?.reason).toBe(hold);
  });

  test.each([
    ['PAUSE 5', 'pause.days'],
    ['PAUSE 1', 'pause.days'],
    ['TIME 9', 'time.done'],
    ['TIME 8PM', 'time.clamped'],
  ])('is not what %s means while one is open', (word, reply) => {
    const { reply: said, subscriber } = texts(asked([[2, 4]]), word, guide);
    expect(said.map(({ id }) => id)).toEqual([reply]);
    expect(subscriber.bands).toHaveLength(1);
    expect(subscriber.enrolment!.checkIn!.answered).toBe(false);
  });

  test('is kept 30 days', () => {
    const { person, now } = asked([[2, 20]]);
    expect(texts({ person, now: plusDays(now, 11) }, 'MENU', guide).subscriber.bands).toEqual([]);
  });
});

describe('a reply to a check-in names no task', () => {
  const contact = Object.values(guide.content.programmes).flatMap(({ id, notes }) =>
    notes.filter(({ checkIn, outreach }) => checkIn !== undefined && outreach).map(({ number }) => ({ id, number })),
  );

  /** In a programme at a check-in, with flags or without the question about contact. */
  function at({ id, number }: { id: string; number: number }, change: Partial<Subscriber>, contactAsked: boolean): Someone {
    const checkIn = { note: number, askedAt: monday, answered: false, askedAgain: false };
    const enrolment = { programme: id, nextNote: number + 1, startedAt: monday, softNotes: 0, missed: 0, contactAsked, checkIn };
    return { now: plusHours(monday, 1), person: { ...stranger().person, consent: 'given', enrolment, ...change } };
  }
  const flag = { since: monday, until: plusDays(monday, 90) };

  test.each(contact)('under NOCONTACT on $id.n$number, which reaches out (X18)', (note) => {
    for (const value of [2, 3, 4, 5] as const)
      expect(saidIds(answerTo(at(note, { flags: { noContact: flag } }, true), { kind: 'check_in', value }, guide))[0]).toMatch(
        /^checkin\./,
      );
  });

  test.each(contact)('where contact was never asked about on $id.n$number (X18)', (note) => {
    expect(saidIds(answerTo(at(note, {}, false), { kind: 'check_in', value: 5 }, guide))).toEqual(['checkin.high']);
    expect(saidIds(answerTo(at(note, {}, true), { kind: 'check_in', value: 5 }, guide))).toEqual([`${note.id}.n${note.number}.high`]);
  });

  test('under SAFE (X15)', () => {
    const selfcare = { id: 'selfcare', number: 14 };
    expect(saidIds(answerTo(at(selfcare, { flags: { safe: flag } }, false), { kind: 'check_in', value: 5 }, guide))).toEqual([
      'checkin.high',
    ]);
  });
});

describe('silence after check-ins (brief 7.1)', () => {
  /** So many check-ins missed, the last one still unanswered and long past. */
  function missed(count: number): Someone {
    const { person } = asked();
    const long = plusDays(person.enrolment!.checkIn!.askedAt, -2);
    const enrolment = { ...person.enrolment!, missed: count - 1, nextNote: 3, checkIn: { ...person.enrolment!.checkIn!, askedAt: long } };
    const silent = withWakeAt(planNext({ ...person, enrolment }, guide.content, plusDays(long, 4)));
    return { person: silent, now: silent.enrolment!.dueAt! };
  }

  test.each([
    [1, 'patience.n3', 'taper', undefined],
    [2, 'patience.n3', 'taper', 'note.still-useful'],
    [3, 'patience.n3', 'twice_a_week', undefined],
    [4, 'patience.n3', 'taper', undefined],
    [5, 'note.rest', 'taper', undefined],
  ])('missed %i: %s, pace %s, extra line %s', (count, text, pace, line) => {
    const { person, now } = missed(count);
    const decision = nudge(person, guide, now);
    expect(decision).toMatchObject({ kind: 'send', text: { id: text }, subscriber: { pace } });
    if (decision.kind === 'send') expect(decision.text.with?.tail).toBe(line);
  });

  test('asks whether it is still useful on one note only', () => {
    const first = untilNextNote(missed(2), guide)!;
    expect(chooseNote(first.person, guide.content).text.with?.tail).toBeUndefined();
  });

  test('rests until RESUME after five, which starts the count anew', () => {
    const resting = untilNextNote(missed(5), guide)!;
    expect(resting.person.hold).toMatchObject({ reason: 'missed' });
    expect(untilNextNote(resting, guide)).toBeUndefined();
    expect(after(resting, 'RESUME', guide).person).toMatchObject({ enrolment: { missed: 0 } });
  });
});
