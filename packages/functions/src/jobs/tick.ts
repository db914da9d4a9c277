import { earliest, type Instant, secondsBetween } from '@breathing-room/core/domain/instant';
import type { Counts, DueEntry } from '@breathing-room/core/ports';
import { tickRuntime, type TickServices } from '../tick-runtime.ts';

/** Each minute: queues the shards in which somebody is due, and says how late the latest of them is. */
export const handler = async (): Promise<Counts> => queueDueShards(tickRuntime());

/** Shards asked at once: each of these has a connection of its own, and a connection costs more than a short wait. */
const parallel = 8;

/**
 * One query per shard: a tick costs with the shards, never with how many people there are.
 * A shard still being worked on is queued again; conditional writes keep the two from doubling a note.
 */
export async function queueDueShards({ store, clock, meter, queueShards }: TickServices): Promise<Counts> {
  const now = clock.now();
  const firsts = await firstsOf(store, now);
  const due = firsts.flatMap((entries, shard) => (entries.length > 0 ? [shard] : []));
  const oldest = earliest(...firsts.flat().map(({ wakeAt }) => wakeAt));
  meter.add({ 'tick.oldest-due-seconds': oldest === undefined ? 0 : secondsBetween(oldest, now) });
  await queueShards(due);
  return { shards: due.length };
}

/** Who is due longest in each shard, if anybody is. */
async function firstsOf(store: TickServices['store'], now: Instant): Promise<DueEntry[][]> {
  const firsts: DueEntry[][] = [];
  const shards = Array.from({ length: store.shardCount() }, (_, shard) => shard);
  const ask = async (): Promise<void> => {
    for (let shard = shards.pop(); shard !== undefined; shard = shards.pop()) firsts[shard] = await store.due(shard, now, 1);
  };
  await Promise.all(Array.from({ length: parallel }, ask));
  return firsts;
}
