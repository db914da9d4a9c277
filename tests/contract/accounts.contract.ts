import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '@breathing-room/core/ports';

/** What every store must do with counts, budgets and the operator's own records. */
export const accountsContract = (name: string, make: () => Promise<Store>): void => {
  describe(`the contract of accounts on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await make();
    });

    describe('counts', () => {
      it('sum over runs, by job and by day', async () => {
        await store.addCounts('wake', '2026-11-22', { sent: 2, skipped: 1 });
        await store.addCounts('wake', '2026-11-22', { sent: 3, failed: 1, unknown: 0 });
        await store.addCounts('report', '2026-11-22', { sent: 1 });
        await store.addCounts('wake', '2026-11-23', { sent: 9 });
        expect(await store.countsOf('2026-11-22')).toEqual({ wake: { sent: 5, skipped: 1, failed: 1 }, report: { sent: 1 } });
      });

      it('take any word as a name, and an empty run', async () => {
        await store.addCounts('name', '2026-01-01', { pk: 1, 'a b': 1, x: 1, 'c.d': 1 });
        await store.addCounts('empty', '2026-01-01', {});
        expect(await store.countsOf('2026-01-01')).toEqual({ name: { pk: 1, 'a b': 1, x: 1, 'c.d': 1 } });
      });

      it('lose nothing when runs end at once', async () => {
        await Promise.all(Array.from({ length: 20 }, () => store.addCounts('wake', '2026-02-02', { sent: 1 })));
        expect(await store.countsOf('2026-02-02')).toEqual({ wake: { sent: 20 } });
      });
    });

    describe('budgets (S7)', () => {
      it('grant up to what is left and then nothing', async () => {
        expect(await store.reserve('spend', 'day-1', 40, 100)).toBe(40);
        expect(await store.reserve('spend', 'day-1', 40, 100)).toBe(40);
        expect(await store.reserve('spend', 'day-1', 40, 100)).toBe(20);
        expect(await store.reserve('spend', 'day-1', 40, 100)).toBe(0);
      });

      it('are their own for each window and name', async () => {
        await store.reserve('rate', 'minute-1', 10, 10);
        expect(await store.reserve('rate', 'minute-2', 10, 10)).toBe(10);
        expect(await store.reserve('other', 'minute-1', 10, 10)).toBe(10);
      });

      it('never grant more than the limit, to any number at once', async () => {
        const granted = await Promise.all(Array.from({ length: 12 }, () => store.reserve('rate', 'crowd', 10, 75)));
        const sum = granted.reduce((total, grant) => total + grant, 0);
        expect(sum).toBeLessThanOrEqual(75);
        expect(sum + (await store.reserve('rate', 'crowd', 75, 75))).toBe(75);
      });

      it('take back what was not used, down to nothing used', async () => {
        await store.reserve('spend', 'back', 100, 100);
        expect(await store.reserve('spend', 'back', -30, 100)).toBe(-30);
        expect(await store.reserve('spend', 'back', 50, 100)).toBe(30);
        expect(await store.reserve('spend', 'back', -101, 100)).toBe(-100);
        expect(await store.reserve('spend', 'never', -1, 100)).toBe(0);
        expect(await store.reserve('spend', 'never', 101, 100)).toBe(100);
      });

      it('grant nothing of nothing', async () => {
        expect(await store.reserve('rate', 'none', 5, 0)).toBe(0);
        expect(await store.reserve('rate', 'none', 0, 5)).toBe(0);
        expect(await store.reserve('rate', 'one', 5, 3)).toBe(3);
      });

      it('grant nothing when the limit was lowered below what is used', async () => {
        await store.reserve('rate', 'lowered', 50, 100);
        expect(await store.reserve('rate', 'lowered', 1, 40)).toBe(0);
      });
    });

    describe('the operator', () => {
      it('sets switches, and an unset one is undefined (N5)', async () => {
        expect(await store.readSwitch('stop-notes')).toBeUndefined();
        await store.writeSwitch('stop-notes', { on: true, why: 'a carrier asked', at: '2026-11-22T12:00:00Z' });
        await store.writeSwitch('stop-notes', { on: false, why: 'settled', at: '2026-11-22T13:00:00Z' });
        expect(await store.readSwitch('stop-notes')).toStrictEqual({ on: false, why: 'settled', at: '2026-11-22T13:00:00Z' });
        expect(await store.readSwitch('breaker-sms')).toBeUndefined();
      });

      it('reads the messages whose fate is unknown, oldest first, each once (S2)', async () => {
        const entry = { at: '2026-11-22T12:00:00Z', subscriberId: 'someone', messageId: 'message1', why: 'no_lookup' };
        const earlier = { ...entry, at: '2026-11-21T12:00:00Z', messageId: 'message0' };
        for (const one of [entry, earlier, entry]) await store.listForOperator(one);
        expect(await store.operatorList()).toStrictEqual([earlier, entry]);
      });

      it('keeps marks (W12)', async () => {
        expect(await store.readMark('inbound-replay')).toBeUndefined();
        await store.writeMark('inbound-replay', '2026-11-22T12:00:00Z');
        await store.writeMark('inbound-replay', '2026-11-22T13:00:00Z');
        expect(await store.readMark('inbound-replay')).toBe('2026-11-22T13:00:00Z');
      });
    });
  });
};
