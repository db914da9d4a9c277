import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  epochSeconds,
  instantAt,
  plusDays,
  plusHours,
  plusSeconds,
  secondsBetween,
  type Instant,
} from '@breathing-room/core/domain/instant';
import { localHour } from '@breathing-room/core/domain/local-time';
import { nextWindow } from '@breathing-room/core/domain/quiet-hours';
import { nextNoteAt, type NotePlan } from '@breathing-room/core/domain/schedule';
import { Pace } from '@breathing-room/core/domain/subscriber';
import { isAllowedBy, wallClock } from '../support/time-oracle.ts';

const newYork = 'America/New_York';
/** A Monday. */
const monday = (hour: number, minute = 0): Instant => instantAt(epochSeconds(localHour(newYork, '2026-06-01', hour)) + minute * 60);
const plan = (over: Partial<NotePlan> = {}): NotePlan => ({
  zones: [newYork],
  hour: undefined,
  pace: 'taper',
  startedAt: monday(11),
  seed: 'a',
  ...over,
});
const dateOf = (at: Instant | undefined, zone = newYork) => at && wallClock(zone)(epochSeconds(at)).date;
const hourOf = (at: Instant | undefined) => at && wallClock(newYork)(epochSeconds(at)).hour;

describe('the first note', () => {
  it.each([
    ['goes within 45 minutes inside the window', monday(11), '2026-06-01'],
    ['goes that morning after a GO at dawn', monday(6), '2026-06-01'],
    ['goes the same day with a quarter of an hour left', monday(16, 45), '2026-06-01'],
    ['waits for the next day with less', monday(16, 46), '2026-06-02'],
    ['waits for the next day after the window', monday(21), '2026-06-02'],
  ])('%s', (_, startedAt, date) => {
    const at = nextNoteAt(plan({ startedAt }), startedAt);
    expect(dateOf(at)).toBe(date);
    if (date === '2026-06-01' && startedAt > monday(10)) expect(secondsBetween(startedAt, at ?? '')).toBeLessThanOrEqual(45 * 60);
  });

  it.each(Pace.options)('comes on the day of GO at the pace %s, whatever weekday it is', (pace) => {
    for (let day = 0; day < 7; day++) {
      const startedAt = plusDays(monday(9), day);
      expect(dateOf(nextNoteAt(plan({ pace, startedAt }), startedAt))).toBe(dateOf(startedAt));
    }
  });
});

describe('the pace', () => {
  it.each([
    ['taper, first on the day of GO', 'taper', monday(11), [0, 2, 4, 6, 8, 10, 12, 15, 18, 22, 25]],
    ['taper, first a day late: four in the first seven days all the same', 'taper', monday(21), [1, 2, 4, 6, 8, 10, 12, 15, 18, 22, 25]],
    ['twice a week', 'twice_a_week', monday(11), [0, 4, 8, 11, 15, 18, 22, 25]],
    ['weekly, same weekday', 'weekly', monday(21), [1, 8, 15, 22]],
  ] as const)('%s', (_, pace, startedAt, days) => {
    const notes = simulate(plan({ pace, startedAt }), [], 28);
    expect(notes.map((at) => daysAfter(startedAt, at, newYork))).toEqual(days);
  });

  it('daily comes every day, Sundays from noon', () => {
    const notes = simulate(plan({ pace: 'daily' }), [], 14);
    expect(notes.map((at) => daysAfter(monday(11), at, newYork))).toEqual([...Array(14).keys()]);
    expect(hourOf(notes[6])).toBe(12);
  });

  it('counts days over a daylight change', () => {
    const startedAt = '2026-03-05T16:00:00Z';
    const notes = simulate(plan({ startedAt }), [], 8);
    expect(notes.map((at) => dateOf(at))).toEqual(['2026-03-05', '2026-03-07', '2026-03-09', '2026-03-11']);
    expect(notes.slice(1).map(hourOf)).toEqual([10, 10, 10]);
  });

  it('gives a second programme its own count but not a second note that day', () => {
    const at = nextNoteAt(plan({ pace: 'daily', startedAt: monday(14), lastNoteAt: monday(10, 20) }), monday(14));
    expect(dateOf(at)).toBe('2026-06-02');
  });
});

describe('the day of the last note', () => {
  it('counts in every zone: 23:30 in Chicago was already the next day in New York', () => {
    const zones = ['America/Chicago', newYork];
    const at = nextNoteAt(plan({ zones, pace: 'daily', lastNoteAt: '2026-06-02T04:30:00Z' }), '2026-06-02T12:00:00Z');
    expect(dateOf(at)).toBe('2026-06-03');
  });

  it('does not bind a programme that begins days later to its weekday', () => {
    const at = nextNoteAt(plan({ pace: 'weekly', lastNoteAt: plusDays(monday(11), -3) }), monday(11));
    expect(dateOf(at)).toBe('2026-06-01');
  });
});

describe('lower bounds', () => {
  const lastNoteAt = monday(10, 30);

  it('keeps the least hours after the last note', () => {
    expect(nextNoteAt(plan({ pace: 'daily', lastNoteAt, gapHours: 48 }), monday(12))?.slice(0, 10)).toBe('2026-06-03');
    expect(
      secondsBetween(lastNoteAt, nextNoteAt(plan({ pace: 'daily', lastNoteAt, gapHours: 48 }), monday(12)) ?? ''),
    ).toBeGreaterThanOrEqual(48 * 3600);
  });

  it('counts the least days by the calendar, not by the clock', () => {
    const at = nextNoteAt(plan({ pace: 'daily', lastNoteAt: monday(16, 50), minDaysAfterPrevious: 3 }), monday(17));
    expect(dateOf(at)).toBe('2026-06-04');
    expect(hourOf(at)).toBe(10);
  });

  it('waits on the pace after the least days', () => {
    expect(dateOf(nextNoteAt(plan({ lastNoteAt, minDaysAfterPrevious: 3 }), monday(12)))).toBe('2026-06-05');
    expect(dateOf(nextNoteAt(plan({ pace: 'weekly', lastNoteAt, minDaysAfterPrevious: 8 }), monday(12)))).toBe('2026-06-15');
    expect(dateOf(nextNoteAt(plan({ lastNoteAt, minDaysAfterPrevious: 40 }), monday(12)))).toBe('2026-07-14');
  });

  it('comes no sooner than notBefore, and planning it again does not move it', () => {
    const notBefore = plusHours(monday(13), 24);
    const at = nextNoteAt(plan({ pace: 'daily', lastNoteAt, notBefore }), monday(12)) ?? '';
    expect(at).toBe(notBefore);
    expect(nextNoteAt(plan({ pace: 'daily', lastNoteAt, notBefore: at }), monday(12))).toBe(at);
  });

  it('has no answer without a zone or where the zones share no time (Q2)', () => {
    expect(nextNoteAt(plan({ zones: [] }), monday(11))).toBeUndefined();
    expect(nextNoteAt(plan({ zones: ['Europe/London', 'Pacific/Auckland'] }), monday(11))).toBeUndefined();
  });
});

const zoneSets = [
  [newYork],
  ['Europe/London'],
  ['Australia/Lord_Howe'],
  ['Pacific/Apia'],
  ['America/St_Johns'],
  ['America/Chicago', newYork],
  ['Pacific/Auckland', 'Pacific/Chatham'],
  ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth'],
  // The same hour on two dates: the day of the last note is another in each.
  ['Pacific/Kiritimati', 'Pacific/Honolulu'],
  ['Pacific/Apia', 'Pacific/Pago_Pago'],
];
const anyPlan = fc.record({
  zones: fc.constantFrom(...zoneSets),
  hour: fc.option(fc.integer({ min: 9, max: 17 }), { nil: undefined, freq: 3 }),
  pace: fc.constantFrom(...Pace.options),
  startedAt: fc.integer({ min: epochSeconds('2025-06-01T00:00:00Z'), max: epochSeconds('2027-06-01T00:00:00Z') }).map(instantAt),
  seed: fc.string({ minLength: 1, maxLength: 8 }),
});
/** What happens to the k-th note: it goes late on its day, or in the next window (an outage); then a pause. */
interface Delay {
  lateSeconds: number;
  isNextDay: boolean;
  pauseDays: number;
}
const anyDelays = fc.array(
  fc.record({
    lateSeconds: fc.constantFrom(0, 0, 60, 1800),
    isNextDay: fc.constantFrom(false, false, false, true),
    pauseDays: fc.constantFrom(0, 0, 0, 1, 2, 3, 5, 9),
  }),
  { maxLength: 40 },
);

describe('for any pace, zones and pauses', () => {
  it('the next note is now or later and inside the window of every zone (Q1, Q5)', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(60 * 86_400), fc.option(fc.nat(40 * 86_400)), (rule, after, since) => {
        const now = instantAt(epochSeconds(rule.startedAt) + after);
        const lastNoteAt = since === null ? {} : { lastNoteAt: instantAt(epochSeconds(now) - since) };
        const at = nextNoteAt({ ...rule, ...lastNoteAt }, now);
        // Only a set of zones that shares too little time may have none.
        if (at === undefined) return rule.zones.length > 1;
        return at >= now && isAllowedBy(rule.zones.map(wallClock), rule.hour, epochSeconds(at));
      }),
      { numRuns: 1000 },
    );
  });

  it('jitter is at most 45 minutes and half of what is left (Q5)', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(10 * 86_400), (rule, after) => {
        const now = instantAt(epochSeconds(rule.startedAt) + after);
        const at = nextNoteAt(rule, now);
        if (at === undefined) return;
        const window = nextWindow(rule, at) ?? { start: '', end: '' };
        const from = now > window.start ? now : window.start;
        expect(secondsBetween(from, at)).toBeLessThanOrEqual(Math.min(2700, secondsBetween(from, window.end) / 2));
      }),
      { numRuns: 500 },
    );
  });

  it('the declared dose is never exceeded in 60 days (S8)', () => {
    fc.assert(
      fc.property(anyPlan, anyDelays, (rule, delays) => {
        const notes = simulate(rule, delays, 60);
        for (const zone of rule.zones) {
          const dates = notes.map((at) => dateOf(at, zone));
          expect(new Set(dates).size).toBe(dates.length);
        }
        const perWeek = notesPerWeek(notes, rule);
        perWeek.forEach((count, week) => expect(count, `week ${week + 1}`).toBeLessThanOrEqual(declared(rule.pace, week)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('the dose is kept when nothing delays it: the taper gives its 4, 3, then 2 a week', () => {
    fc.assert(
      fc.property(anyPlan, (rule) => {
        if (!isAllWeek(rule)) return;
        const [first, second, ...rest] = notesPerWeek(simulate({ ...rule, pace: 'taper' }, [], 56), rule);
        expect([first, second, ...rest.slice(0, 5)]).toEqual([4, 3, 2, 2, 2, 2, 2]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Sends each note when it is due, or late, then pauses and plans the next; for a number of days from GO. */
function simulate(first: NotePlan, delays: readonly Delay[], days: number): Instant[] {
  const notes: Instant[] = [];
  const [zone = 'UTC'] = first.zones;
  for (let [next, now] = [first, first.startedAt]; ;) {
    const dueAt = nextNoteAt({ ...next, seed: `${first.seed}${notes.length}` }, now);
    if (dueAt === undefined) return notes;
    const delay = delays[notes.length];
    now = sentAt(first, dueAt, delay);
    if (daysAfter(first.startedAt, now, zone) >= days) return notes;
    notes.push(now);
    next = { ...first, lastNoteAt: now, ...(delay !== undefined && delay.pauseDays > 0 && { notBefore: plusDays(now, delay.pauseDays) }) };
  }
}

function sentAt(rule: NotePlan, dueAt: Instant, delay: Delay | undefined): Instant {
  const window = nextWindow(rule, dueAt);
  if (delay === undefined || window === undefined) return dueAt;
  const nextDay = delay.isNextDay ? nextWindow(rule, window.end) : undefined;
  const lateAt = plusSeconds(nextDay?.start ?? dueAt, delay.lateSeconds);
  return lateAt < (nextDay ?? window).end ? lateAt : dueAt;
}

function daysAfter(from: Instant, to: Instant, zone: string): number {
  return (Date.parse(dateOf(to, zone) ?? '') - Date.parse(dateOf(from, zone) ?? '')) / 86_400_000;
}

function notesPerWeek(notes: readonly Instant[], { startedAt, zones: [zone = 'UTC'] }: Pick<NotePlan, 'startedAt' | 'zones'>): number[] {
  const weeks: number[] = Array.from({ length: 9 }, () => 0);
  for (const at of notes) {
    const week = Math.floor(daysAfter(startedAt, at, zone) / 7);
    weeks[week] = (weeks[week] ?? 0) + 1;
  }
  return weeks;
}

/** What a sign-up text promises at most, by week from GO. */
function declared(pace: Pace, week: number): number {
  switch (pace) {
    case 'daily':
      return 7;
    case 'taper':
      return [4, 3][week] ?? 2;
    case 'twice_a_week':
      return 2;
    case 'weekly':
      return 1;
  }
}

/** One zone always has a window each day; some sets have none on Sunday or at a late hour. */
const isAllWeek = (rule: Pick<NotePlan, 'zones'>): boolean => rule.zones.length === 1;
