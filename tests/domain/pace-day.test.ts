import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPaceDay } from '@breathing-room/core/domain/pace-day';
import { Pace } from '@breathing-room/core/domain/subscriber';

/** The days notes go on when each goes as soon as it may, from the first. */
function daysFrom(pace: Pace, first: number, until: number): number[] {
  const days = [first];
  for (let day = first + 1; day < until; day++) if (isPaceDay(pace, day, days.at(-1) ?? first)) days.push(day);
  return days;
}

describe('isPaceDay (S8)', () => {
  it.each([
    ['taper', 0, [0, 2, 4, 6, 8, 10, 12, 15, 18, 22, 25]],
    ['taper', 1, [1, 2, 4, 6, 8, 10, 12, 15, 18, 22, 25]],
    ['taper', 7, [7, 10, 12, 15, 18, 22, 25]],
    ['taper', 14, [14, 18, 22, 25]],
    ['daily', 3, [3, 4, 5, 6, 7, 8, 9]],
    ['twice_a_week', 0, [0, 4, 8, 11, 15, 18, 22, 25]],
    ['twice_a_week', 1, [1, 4, 8, 11, 15, 18, 22, 25]],
    ['weekly', 0, [0, 7, 14, 21]],
    ['weekly', 3, [3, 10, 17, 24]],
  ] as const)('%s from day %i', (pace, first, days) => {
    expect(daysFrom(pace, first, pace === 'daily' ? 10 : 28)).toEqual(days);
  });

  it('never allows the day of the last note, or one before it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Pace.options), fc.nat(100), fc.nat(100), (pace, day, sooner) => {
        expect(isPaceDay(pace, day, day + sooner)).toBe(false);
      }),
    );
  });

  it('always has a day within the next seven', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Pace.options), fc.nat(100), (pace, lastDay) => {
        expect([1, 2, 3, 4, 5, 6, 7].some((gap) => isPaceDay(pace, lastDay + gap, lastDay))).toBe(true);
      }),
    );
  });
});
