import { earliest, secondsBetween } from '@breathing-room/core/domain/instant';
import type { Counts } from '@breathing-room/core/ports';
import { tickRuntime, type TickServices } from '../tick-runtime.ts';

/** Each minute: queues the shards in which somebody is due, and says how late the latest of them is. */
export const handler = async (): Promise<Counts> => queueDueShards(tickRuntime());

/**
 * One query per shard, all at once: a tick costs with the shards, never with how many people there are.
 * A shard still being worked on is queued again; conditional writes keep the two from doubling a note.
 */
export async function queueDueShards({ store, clock, meter, queueShards }: TickServices): Promise<Counts> {
  const now = clock.now();
  const firsts = await Promise.all(Array.from({ length: store.shardCount() }, (_, shard) => store.due(shard, now, 1)));
  const due = firsts.flatMap((entries, shard) => (entries.length > 0 ? [shard] : []));
  const oldest = earliest(...firsts.flat().map(({ wakeAt }) => wakeAt));
  meter.add({ 'tick.oldest-due-seconds': oldest === undefined ? 0 : secondsBetween(oldest, now) });
  await queueShards(due);
  return { shards: due.length };
}
