import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochSeconds, instantAt } from '@breathing-room/core/domain/instant';
import {
  daysBetween,
  isZone,
  localDate,
  localHour,
  localParts,
  plusLocalDays,
  sayDay,
  sayHour,
  weekdayOf,
} from '@breathing-room/core/domain/local-time';
import { wallClock } from '../support/time-oracle.ts';

describe('local time', () => {
  it('reads the wall clock of a zone', () => {
    expect(localParts('Asia/Kathmandu', '2026-11-22T08:00:00Z')).toEqual({ date: '2026-11-22', hour: 13, minute: 45, weekday: 7 });
    expect(localParts('Pacific/Kiritimati', '2026-11-22T12:00:00Z')).toEqual({ date: '2026-11-23', hour: 2, minute: 0, weekday: 1 });
  });

  it('agrees with Intl at any moment', () => {
    const zones = fc.constantFrom('America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/London', 'Pacific/Apia');
    fc.assert(
      fc.property(zones, fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), (zone, seconds) => {
        const { date, hour, minute, weekday } = localParts(zone, instantAt(seconds));
        expect({ date, hour, minute, isSunday: weekday === 7 }).toEqual(wallClock(zone)(seconds));
        expect(localDate(zone, instantAt(seconds))).toBe(date);
        expect(weekdayOf(date)).toBe(weekday);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the moment of an hour, after the gap when daylight saving skips it', () => {
    expect(localHour('America/New_York', '2026-07-01', 10)).toBe('2026-07-01T14:00:00Z');
    expect(localHour('America/New_York', '2026-03-08', 2)).toBe('2026-03-08T07:00:00Z');
  });

  it('counts calendar days over months, leap days and years', () => {
    expect(plusLocalDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-03-10', '2026-03-07')).toBe(-3);
    expect(weekdayOf('1970-01-01')).toBe(4);
  });
});

describe('what a text says', () => {
  it.each([
    ['2026-11-22T16:00:00Z', 'today'],
    ['2026-11-23T16:00:00Z', 'tomorrow'],
    ['2026-11-24T16:00:00Z', 'Tuesday'],
    ['2026-11-28T16:00:00Z', 'Saturday'],
    ['2026-11-29T16:00:00Z', 'Sun 29 Nov'],
    ['2026-11-20T16:00:00Z', 'Fri 20 Nov'],
  ])('%s is %s for somebody in Denver on Sunday', (at, said) => {
    expect(sayDay('America/Denver', at, '2026-11-22T15:00:00Z')).toBe(said);
  });

  it('goes by the local date: late evening in New York is already tomorrow in UTC', () => {
    expect(sayDay('America/New_York', '2026-11-23T15:00:00Z', '2026-11-23T02:00:00Z')).toBe('tomorrow');
  });

  it.each([
    [0, '12 am'],
    [9, '9 am'],
    [10, '10 am'],
    [12, '12 pm'],
    [19, '7 pm'],
  ])('%i is %s', (hour, said) => {
    expect(sayHour(hour)).toBe(said);
  });
});

describe('isZone', () => {
  it.each(['America/New_York', 'Europe/London', 'Asia/Kathmandu', 'UTC'])('knows %s', (name) => {
    expect(isZone(name)).toBe(true);
  });
  it.each(['', '+05:00', 'Mars/Olympus', 'New York', '2026-01-01T00:00:00[Europe/London]'])('refuses "%s"', (name) => {
    expect(isZone(name)).toBe(false);
  });
  it('a moment and its hour agree to the second', () => {
    expect(epochSeconds(localHour('UTC', '1970-01-02', 1))).toBe(90_000);
  });
});
