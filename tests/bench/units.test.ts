import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Cost } from '../../tools/bench/units-lab.ts';
import { fullPageCost, singleNoteCost, tickCosts } from '../../tools/bench/units-notes.ts';
import { type TextCosts, textCosts } from '../../tools/bench/units-texts.ts';

/** One read, one write, no more. */
const answered: Cost = { roundTrips: 2, reads: 1, writes: 1, posts: 0 };

describe('what a text costs through the real action', () => {
  let costs: TextCosts;
  beforeAll(async () => {
    costs = await textCosts(inject('dynamoEndpoint'));
  });

  it('stays in one write unit, since the largest legal record has at most 1,000 bytes', () => {
    expect(costs.largestBytes).toBeLessThanOrEqual(1000);
  });

  it('is 2 round trips, 1 read unit and 1 write unit for a keyword, even from the largest record', () => {
    expect(costs.keyword).toEqual(answered);
    expect(costs.keywordOfLargest).toEqual(answered);
  });

  it.each([1, 2, 3, 4, 5])('is the same for a check-in answered with %i', (value) => {
    expect(costs.checkIn[value]).toEqual(answered);
  });

  it('is the same for a check-in answered from the largest record', () => {
    expect(costs.checkInOfLargest).toEqual(answered);
  });

  it('is nothing written for a repeat (W9)', () => {
    expect(costs.repeat).toEqual({ roundTrips: 1, reads: 1, writes: 0, posts: 0 });
  });

  it('is the same for words nobody could make out', () => {
    expect(costs.notUnderstood).toEqual(answered);
  });

  it('is one more write unit for JOIN, which enters the index until the offer lapses', () => {
    expect(costs.join).toEqual({ ...answered, writes: 2 });
  });

  it('is a transaction of record and ledger line for GO and STOP (O12), still in 2 round trips', () => {
    expect(costs.go).toEqual({ ...answered, writes: 6 });
    expect(costs.stop).toEqual({ ...answered, writes: 5 });
  });
});

describe('what notes cost through the real action', () => {
  it('is 4 write units and 2.1 round trips a note at a full page, and one POST', async () => {
    const { roundTrips, writes, posts } = await fullPageCost(inject('dynamoEndpoint'));
    expect(posts).toBe(100);
    expect(writes).toBe(4 * 100 + 1); // One block of the day's budget for the page (S7).
    expect(roundTrips).toBeLessThanOrEqual(210);
  });

  it('is 6 round trips more for a run with a single note: who is due, two switches, the mark, the page, the budget', async () => {
    expect(await singleNoteCost(inject('dynamoEndpoint'))).toMatchObject({ roundTrips: 2 + 6, writes: 4 + 1, posts: 1 });
  });

  it('depends on what is due and not on how many people there are', async () => {
    const among1000 = await tickCosts(inject('dynamoEndpoint'), 1_000);
    const among20000 = await tickCosts(inject('dynamoEndpoint'), 20_000);
    expect(among20000).toEqual(among1000);
    expect(among1000.busy.posts).toBe(100);
    expect(among1000.idle).toEqual({ roundTrips: 8, reads: 4, writes: 0, posts: 0 });
  }, 120_000);
});
