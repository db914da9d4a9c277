import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jitterSeconds } from '@breathing-room/core/domain/jitter';

describe('jitterSeconds (Q5)', () => {
  it('is a whole number from 0 to the most allowed, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 100_000 }), (seed, most) => {
        const seconds = jitterSeconds(seed, most);
        expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= most).toBe(true);
        expect(jitterSeconds(seed, most)).toBe(seconds);
      }),
    );
  });

  it('takes part seconds and negative room as less', () => {
    expect(jitterSeconds('a', 0.9)).toBe(0);
    expect(jitterSeconds('a', -5)).toBe(0);
    expect(Array.from({ length: 50 }, (_, n) => jitterSeconds(`s${n}`, 1.5)).every((s) => s <= 1)).toBe(true);
  });

  it('spreads neighbouring seeds evenly: each of 45 minutes holds 60 to 140 of 4,500 notes', () => {
    const minutes = Array.from({ length: 45 }, () => 0);
    for (let n = 0; n < 4500; n++) {
      const minute = Math.floor(jitterSeconds(`subscriber${n}:patience.n4`, 2699) / 60);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    expect(Math.min(...minutes)).toBeGreaterThan(60);
    expect(Math.max(...minutes)).toBeLessThan(140);
  });
});
