import { describe, expect, it } from 'vitest';
import { oldestLineDays } from '@breathing-room/functions/jobs/replay-missed';
import { queueDueShards } from '@breathing-room/functions/jobs/tick';
import type { TickServices } from '@breathing-room/functions/tick-runtime';

const now = '2026-03-01T10:00:00Z';

describe('a tick', () => {
  const tick = async (due: Record<number, string>) => {
    const queued: number[] = [];
    const counted: object[] = [];
    const services: TickServices = {
      clock: { now: () => now },
      store: {
        shardCount: () => 4,
        due: async (shard) => (due[shard] === undefined ? [] : [{ id: `person-${shard}`, wakeAt: due[shard] }]),
      },
      meter: { add: (counts) => counted.push(counts) },
      queueShards: async (shards) => void queued.push(...shards),
    };
    const counts = await queueDueShards(services);
    return { queued, counted, counts };
  };

  it('queues the shards in which somebody is due, and no other', async () => {
    const { queued, counts } = await tick({ 1: '2026-03-01T09:59:00Z', 3: now });
    expect(queued).toEqual([1, 3]);
    expect(counts).toEqual({ shards: 2 });
  });

  it('asks every shard, eight at a time', async () => {
    const asked: number[] = [];
    let [waiting, most] = [0, 0];
    const due = async (shard: number) => {
      asked.push(shard);
      most = Math.max(most, ++waiting);
      await new Promise((later) => setTimeout(later, 1));
      waiting -= 1;
      return [];
    };
    const store = { shardCount: () => 64, due };
    await queueDueShards({ clock: { now: () => now }, store, meter: { add: () => {} }, queueShards: () => Promise.resolve() });
    expect(asked.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 64 }, (_, shard) => shard));
    expect(most).toBe(8);
  });

  it('says how late the latest is, for the alarm (N2)', async () => {
    expect((await tick({ 0: '2026-03-01T09:59:00Z', 2: '2026-03-01T09:40:00Z' })).counted).toEqual([{ 'tick.oldest-due-seconds': 1200 }]);
    expect((await tick({})).counted).toEqual([{ 'tick.oldest-due-seconds': 0 }]);
  });
});

describe('the hourly job', () => {
  it('counts the days since the oldest help line still shown was verified (X7)', () => {
    const line = (verifiedOn: string, withdrawn?: true) => ({ verifiedOn, ...(withdrawn && { withdrawn }) });
    const helplines = { US: { lines: [line('2026-02-01'), line('2025-01-01', true)] }, UK: { lines: [line('2026-01-30')] } };
    expect(oldestLineDays({ helplines } as never, now)).toBe(30);
  });
});
