import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochSeconds, instantAt, plusDays, plusSeconds, type Instant } from '@breathing-room/core/domain/instant';
import { clampHour, hasRoom, mayTextAt, nextWindow, type SendRule, type SendWindow } from '@breathing-room/core/domain/quiet-hours';
import { isAllowedBy, wallClock } from '../support/time-oracle.ts';

const zones = [
  'America/Phoenix',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/London',
  'Europe/Dublin',
  'Pacific/Pago_Pago',
  'Australia/Sydney',
];
const sets = [
  ['America/Chicago', 'America/New_York'],
  ['America/Denver', 'America/Phoenix'],
  ['Pacific/Auckland', 'Pacific/Chatham'],
  ['America/Halifax', 'America/St_Johns'],
  ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth', 'Australia/Lord_Howe'],
];
const quarter = 15 * 60;
/** Every window starts and ends on a quarter of an hour: all offsets are multiples of it. */
const year = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

describe('the window of a year against an independent oracle (Q3)', () => {
  it.each(zones.map((zone) => [zone]))('%s: no quarter of an hour is wrong', (zone) => {
    expect(differences({ zones: [zone], hour: undefined }, year)).toEqual([]);
  });

  it.each(sets.map((set) => [set.join(' + '), set]))('%s: allowed only when all allow', (_, set) => {
    expect(differences({ zones: set, hour: undefined }, year)).toEqual([]);
  });

  it.each([
    ['America/St_Johns', 9],
    ['Pacific/Chatham', 19],
    ['America/New_York', 18],
    ['Australia/Lord_Howe', 13],
  ])('%s from %i: no quarter of an hour is wrong', (zone, hour) => {
    expect(differences({ zones: [zone], hour }, year)).toEqual([]);
  });

  it('Samoa leaps over 30 December 2011 at the date line and no window is wrong', () => {
    const leap = { from: '2011-12-20T00:00:00Z', to: '2012-01-10T00:00:00Z' };
    expect(differences({ zones: ['Pacific/Apia'], hour: undefined }, leap)).toEqual([]);
  });

  it('has an oracle that can object: a rule one hour off differs on every day', () => {
    const wrong = windowsOf({ zones: ['America/New_York'], hour: undefined }, year).map(({ start, end }) => ({
      start: plusSeconds(start, 3600),
      end,
    }));
    expect(differencesOf(wrong, { zones: ['America/New_York'], hour: undefined }, year)).toHaveLength(365 * 4);
  });
});

describe('the window around daylight changes (Q3)', () => {
  it.each([
    ['New York, clocks go forward', 'America/New_York', '2026-03-08T05:00:00Z', '2026-03-08T16:00:00Z 2026-03-08T21:00:00Z'],
    ['New York, clocks go back', 'America/New_York', '2026-11-01T04:00:00Z', '2026-11-01T17:00:00Z 2026-11-01T22:00:00Z'],
    ['Lord Howe, half an hour forward', 'Australia/Lord_Howe', '2026-10-03T14:00:00Z', '2026-10-04T01:00:00Z 2026-10-04T06:00:00Z'],
    ['Lord Howe, half an hour back', 'Australia/Lord_Howe', '2026-04-04T14:00:00Z', '2026-04-05T01:30:00Z 2026-04-05T06:30:00Z'],
    ['Arizona, no change', 'America/Phoenix', '2026-03-08T07:00:00Z', '2026-03-08T19:00:00Z 2026-03-09T00:00:00Z'],
  ])('%s', (_, zone, from, expected) => {
    const window = nextWindow({ zones: [zone], hour: undefined }, from);
    expect(`${window?.start} ${window?.end}`).toBe(expected);
  });
});

describe('nextWindow', () => {
  const london = { zones: ['Europe/London'], hour: undefined };

  it('gives the true start when the moment is inside', () => {
    expect(nextWindow(london, '2026-01-05T13:30:00Z')).toEqual({ start: '2026-01-05T10:00:00Z', end: '2026-01-05T17:00:00Z' });
  });

  it('is half-open: at its end the next day counts', () => {
    expect(nextWindow(london, '2026-01-05T16:59:59Z')?.start).toBe('2026-01-05T10:00:00Z');
    expect(nextWindow(london, '2026-01-05T17:00:00Z')?.start).toBe('2026-01-06T10:00:00Z');
  });

  it('begins at noon on Sunday, but a chosen hour holds on Sunday too (Q1)', () => {
    expect(nextWindow(london, '2026-01-04T00:00:00Z')?.start).toBe('2026-01-04T12:00:00Z');
    expect(nextWindow({ ...london, hour: 9 }, '2026-01-04T00:00:00Z')).toEqual({
      start: '2026-01-04T09:00:00Z',
      end: '2026-01-04T12:00:00Z',
    });
  });

  it('fails closed when no zone is known (Q2)', () => {
    expect(nextWindow({ zones: [], hour: undefined }, '2026-01-05T12:00:00Z')).toBeUndefined();
    expect(mayTextAt({ zones: [], hour: undefined }, '2026-01-05T12:00:00Z')).toBe(false);
    expect(hasRoom({ zones: [], hour: undefined }, '2026-01-05T12:00:00Z')).toBe(false);
  });

  it('finds nothing where the zones share no time', () => {
    const apart = { zones: ['Europe/London', 'Pacific/Auckland'], hour: undefined };
    expect(nextWindow(apart, '2026-01-05T12:00:00Z')).toBeUndefined();
    expect(hasRoom(apart, '2026-01-05T12:00:00Z')).toBe(false);
  });

  it('looks 8 days ahead and no further: Sydney and Perth share no time from 9 until summer time ends', () => {
    const rule = { zones: ['Australia/Sydney', 'Australia/Perth'], hour: 9 };
    expect(nextWindow(rule, '2026-03-27T23:30:00Z')).toBeUndefined();
    expect(nextWindow(rule, '2026-03-28T01:00:00Z')).toEqual({ start: '2026-04-05T01:00:00Z', end: '2026-04-05T02:00:00Z' });
  });

  it('never allows a moment outside 9 to 20 anywhere, whatever hour is asked (Q1)', () => {
    fc.assert(
      fc.property(ruleOf(fc.integer({ min: -5, max: 30 })), moment, (rule, at) => {
        const window = nextWindow(rule, at);
        if (window === undefined) return;
        for (const zone of rule.zones) {
          expect(wallClock(zone)(epochSeconds(window.start)).hour).toBeGreaterThanOrEqual(9);
          expect(wallClock(zone)(epochSeconds(window.end) - 1).hour).toBeLessThan(20);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same window from every moment inside it, and says it may text only there (Q2)', () => {
    fc.assert(
      fc.property(ruleOf(fc.integer({ min: 9, max: 19 })), moment, fc.double({ min: 0, max: 0.999, noNaN: true }), (rule, at, part) => {
        const window = nextWindow(rule, at);
        expect(mayTextAt(rule, at)).toBe(window !== undefined && window.start <= at);
        if (window === undefined) return;
        const inside = plusSeconds(window.start, part * (epochSeconds(window.end) - epochSeconds(window.start)));
        expect(nextWindow(rule, inside)).toEqual(window);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hasRoom', () => {
  const from = '2026-07-01T00:00:00Z';
  it.each([
    ['one zone, even for its last hour', { zones: ['America/New_York'], hour: 19 }, true],
    ['two zones an hour apart', { zones: ['America/Chicago', 'America/New_York'], hour: undefined }, true],
    ['two zones an hour apart, two hours left of a chosen three', { zones: ['America/Chicago', 'America/New_York'], hour: 12 }, true],
    ['two zones an hour apart, one hour left at the end of the day', { zones: ['America/Chicago', 'America/New_York'], hour: 18 }, false],
    ['all of Australia', { zones: sets[4] ?? [], hour: undefined }, true],
    ['all of Australia at a chosen hour: half an hour is left in winter, none in summer', { zones: sets[4] ?? [], hour: 12 }, false],
    ['six hours apart', { zones: ['America/New_York', 'Pacific/Honolulu'], hour: undefined }, false],
  ])('%s', (_, rule, room) => {
    expect(hasRoom(rule, from)).toBe(room);
  });

  it('asks about a normal day: asked on a Sunday with one shared hour, three hours on Monday count', () => {
    const rule = { zones: ['America/New_York', 'America/Anchorage'], hour: undefined };
    expect(nextWindow(rule, '2026-07-05T00:00:00Z')).toEqual({ start: '2026-07-05T20:00:00Z', end: '2026-07-05T21:00:00Z' });
    expect(hasRoom(rule, '2026-07-05T00:00:00Z')).toBe(true);
  });
});

describe('clampHour (Q1)', () => {
  it.each([
    ['00:00', 9, true],
    ['08:59', 9, true],
    ['09:00', 9, false],
    ['11:45', 11, false],
    ['19:00', 19, false],
    ['19:59', 19, false],
    ['20:00', 19, true],
    ['23:30', 19, true],
  ])('%s becomes %i', (said, hour, clamped) => {
    expect(clampHour(said)).toEqual({ hour, clamped });
  });

  it.each(['8pm', '', '9:00', '25:00', '10:60'])('refuses "%s"', (said) => {
    expect(() => clampHour(said)).toThrow(RangeError);
  });
});

const moment = fc.integer({ min: epochSeconds('2025-01-01T00:00:00Z'), max: epochSeconds('2028-01-01T00:00:00Z') }).map(instantAt);
const ruleOf = (hour: fc.Arbitrary<number>): fc.Arbitrary<SendRule> =>
  fc.record({
    zones: fc.oneof(
      fc.constantFrom(...zones).map((zone) => [zone]),
      fc.constantFrom(...sets),
      fc.uniqueArray(fc.constantFrom(...zones), { minLength: 2, maxLength: 3 }),
    ),
    hour: fc.option(hour, { nil: undefined }),
  });

function windowsOf(rule: SendRule, { from, to }: { from: Instant; to: Instant }): SendWindow[] {
  const windows: SendWindow[] = [];
  for (let window = nextWindow(rule, from); window !== undefined && window.start < to; window = nextWindow(rule, window.end)) {
    windows.push(window);
  }
  return windows;
}

const differences = (rule: SendRule, span: { from: Instant; to: Instant }): Instant[] =>
  differencesOf(windowsOf(rule, { from: plusDays(span.from, -2), to: span.to }), rule, span);

/** The quarters of an hour on which the windows and the oracle disagree. */
function differencesOf(windows: readonly SendWindow[], rule: SendRule, { from, to }: { from: Instant; to: Instant }): Instant[] {
  const clocks = rule.zones.map(wallClock);
  const wrong: Instant[] = [];
  let next = 0;
  for (let at = epochSeconds(from); at < epochSeconds(to); at += quarter) {
    while (epochSeconds(windows[next]?.end ?? '9999-01-01T00:00:00Z') <= at) next++;
    const isInside = epochSeconds(windows[next]?.start ?? '9999-01-01T00:00:00Z') <= at;
    if (isInside !== isAllowedBy(clocks, rule.hour, at)) wrong.push(instantAt(at));
  }
  return wrong;
}
