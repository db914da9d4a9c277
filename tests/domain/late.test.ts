import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatePolicy } from '@breathing-room/core/domain/content';
import { instantAt, plusDays, plusSeconds } from '@breathing-room/core/domain/instant';
import { decideLate, validitySeconds } from '@breathing-room/core/domain/late';
import { nextWindow } from '@breathing-room/core/domain/quiet-hours';

const rule = { zones: ['Europe/London'], hour: undefined };
/** Monday; the window is 10:00 to 17:00 UTC until Sunday. */
const dueAt = '2026-01-05T10:20:00Z';

describe('decideLate (S12)', () => {
  it.each([
    // when, send, shift, skip, expire
    ['before it is due', '2026-01-05T10:10:00Z', 'shift', 'shift', 'shift', 'shift'],
    ['on time', '2026-01-05T10:20:00Z', 'send', 'send', 'send', 'send'],
    ['six hours late on its day', '2026-01-05T16:30:00Z', 'send', 'send', 'send', 'send'],
    ['with 119 seconds left of its day', '2026-01-05T16:58:01Z', 'shift', 'shift', 'shift', 'shift'],
    ['that evening', '2026-01-05T20:00:00Z', 'shift', 'shift', 'skip', 'shift'],
    ['at noon of the next day', '2026-01-06T12:00:00Z', 'send', 'shift', 'skip', 'send'],
    ['72 hours late to the second', '2026-01-08T10:20:00Z', 'send', 'shift', 'skip', 'send'],
    ['a second more than 72 hours late', '2026-01-08T10:20:01Z', 'send', 'shift', 'skip', 'expire'],
    ['a week late at night', '2026-01-12T23:00:00Z', 'shift', 'shift', 'skip', 'expire'],
  ])('%s', (_, now, ...expected) => {
    const window = nextWindow(rule, now);
    const policies = ['send', 'shift', 'skip', 'expire'] as const;
    expect(policies.map((policy) => decideLate(policy, dueAt, window, now))).toEqual(expected);
  });

  it('sends nothing while no window is known, and an old note expires all the same', () => {
    const policies = ['send', 'shift', 'skip', 'expire'] as const;
    expect(policies.map((policy) => decideLate(policy, dueAt, undefined, dueAt))).toEqual(['shift', 'shift', 'skip', 'shift']);
    expect(decideLate('expire', dueAt, undefined, plusDays(dueAt, 4))).toBe('expire');
  });

  it('keeps a note of its day for somebody who moved west before it was due', () => {
    const inHonolulu = nextWindow({ zones: ['Pacific/Honolulu'], hour: undefined }, dueAt);
    expect(decideLate('skip', dueAt, inHonolulu, dueAt)).toBe('shift');
  });

  it('sends only when a validity period can be given (S6)', () => {
    const at = fc.integer({ min: 1_767_225_600, max: 1_770_000_000 }).map(instantAt);
    fc.assert(
      fc.property(fc.constantFrom(...LatePolicy.options), at, fc.integer({ min: 0, max: 500_000 }), (policy, due, late) => {
        const now = plusSeconds(due, late);
        const window = nextWindow(rule, now);
        if (decideLate(policy, due, window, now) !== 'send') return;
        expect(window && validitySeconds(window, now)).toBeGreaterThanOrEqual(120);
      }),
    );
  });
});

describe('validitySeconds (S6)', () => {
  const window = { start: '2026-01-05T10:00:00Z', end: '2026-01-05T17:00:00Z' };
  it.each([
    ['2026-01-05T09:59:59Z', undefined],
    ['2026-01-05T10:00:00Z', 14_400],
    ['2026-01-05T13:00:00Z', 14_400],
    ['2026-01-05T13:00:01Z', 14_399],
    ['2026-01-05T16:58:00Z', 120],
    ['2026-01-05T16:58:01Z', undefined],
    ['2026-01-05T17:00:00Z', undefined],
  ])('%s leaves %s', (now, seconds) => {
    expect(validitySeconds(window, now)).toBe(seconds);
  });
});
