import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { packLine, packTime, readLine, readTime } from '@breathing-room/core/dynamo/packed-line';
import { packTextRef, packTextRefs, readTextRef, readTextRefs } from '@breathing-room/core/dynamo/packed-text-ref';
import { wakeShard } from '@breathing-room/core/dynamo/wake-shard';
import { arbitraryInstant } from '../support/arbitrary-subscriber.ts';

describe('a packed line', () => {
  it.each<[(string | undefined)[], string]>([
    [['a', 'b'], 'a b'],
    [['a', undefined, 'b'], 'a - b'],
    [['a', undefined, undefined], 'a'],
    [['a', '', '-'], 'a % %2d'],
    [['two words', '100%', 'a\nb'], 'two%20words 100%25 a%0ab'],
    [['America/Denver'], 'America/Denver'],
  ])('of %j is %j and reads back', (parts, line) => {
    expect(packLine(parts)).toBe(line);
    expect(readLine(line)).toEqual(parts.slice(0, line.split(' ').length));
  });
});

describe('a packed time', () => {
  it('takes six digits', () => {
    expect(packTime('2026-11-22T12:00:00Z')).toBe('towk00');
    expect(readTime('towk00')).toBe('2026-11-22T12:00:00Z');
  });

  test.prop([arbitraryInstant, arbitraryInstant])('sorts as the times do', (one, other) => {
    expect(packTime(one) < packTime(other)).toBe(one < other);
  });

  it.each(['1969-12-31T23:59:59Z', '2039-01-01T00:00:00Z', 'not a time'])('refuses %s rather than sort it wrongly', (at) => {
    expect(() => packTime(at)).toThrow('cannot be packed');
  });
});

describe('a packed text reference', () => {
  it.each([
    [{ id: 'topic.space.1' }, '.space.1'],
    [{ id: 'optout.done' }, 'optout.done'],
    [{ id: 'pause.days', with: { days: '5' } }, 'pause.days?days=5'],
    [{ id: 'zone.done', with: { zone: 'a=b&c+d?e%' } }, 'zone.done?zone=a%3db%26c%2bd%3fe%25'],
    [{ id: 'zone.done', with: {} }, 'zone.done?'],
  ])('of %j is %s and reads back', (ref, packed) => {
    expect(packTextRef(ref)).toBe(packed);
    expect(readTextRef(packed)).toStrictEqual(ref);
  });

  it.each([[[]], [[{ id: 'topic.a.1' }]], [[{ id: 'topic.a.1' }, { id: 'b', with: { c: '+' } }]]])('keeps a list: %j', (refs) => {
    expect(readTextRefs(packTextRefs(refs))).toStrictEqual(refs);
  });
});

describe('wake shards', () => {
  test.prop([fc.string(), fc.integer({ min: 1, max: 64 })])('lie between 0 and their number', (id, shards) => {
    expect(wakeShard(id, shards)).toBeGreaterThanOrEqual(0);
    expect(wakeShard(id, shards)).toBeLessThan(shards);
  });

  it('take about the same number of people each', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let index = 0; index < 8000; index += 1) counts[wakeShard(`person-${index}`, 8)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });
});
