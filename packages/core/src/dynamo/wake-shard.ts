import { createHash } from 'node:crypto';

/** The shard a person's wake-ups lie in, 0 to `shards` - 1; even over all ids. */
export const wakeShard = (id: string, shards: number): number => createHash('sha256').update(id).digest().readUInt32BE(0) % shards;

/** Hash key of one shard in the index. */
export const wakeKey = (shard: number): string => `W#${shard}`;
