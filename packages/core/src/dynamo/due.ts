import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/instant.ts';
import type { DueEntry } from '../ports.ts';
import { type Item, toItem } from './item.ts';
import { packTime, readTime } from './packed-line.ts';
import { recordKey } from './read-records.ts';
import type { StoreSettings } from './store-settings.ts';
import { wakeIndex } from './table-definition.ts';
import { wakeKey } from './wake-shard.ts';

type Table = Pick<StoreSettings, 'client' | 'tableName'>;

/** One page of who is due in one shard; behind `after` when there was a page before. */
export interface DuePage {
  shard: number;
  now: Instant;
  limit: number;
  after: DueEntry | undefined;
}

/** Who is due in one shard at `now`, oldest first. The index lags a little: load before deciding. */
export const dueInShard = async (table: Table, { shard, now, limit, after }: DuePage): Promise<DueEntry[]> => {
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      IndexName: wakeIndex.name,
      KeyConditionExpression: '#shard = :shard AND #wake <= :now',
      ExpressionAttributeNames: { '#shard': wakeIndex.partition, '#wake': wakeIndex.sort },
      ExpressionAttributeValues: { ':shard': { S: wakeKey(shard) }, ':now': { S: packTime(now) } },
      Limit: limit,
      ...(after && { ExclusiveStartKey: placeOf(shard, after) }),
    }),
  );
  return items.map(readDue);
};

/** The first moment anybody in the shard is due, however far ahead. */
export const firstInShard = async (table: Table, shard: number): Promise<Instant | undefined> => {
  const { Items: items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      IndexName: wakeIndex.name,
      KeyConditionExpression: '#shard = :shard',
      ExpressionAttributeNames: { '#shard': wakeIndex.partition },
      ExpressionAttributeValues: { ':shard': { S: wakeKey(shard) } },
      Limit: 1,
    }),
  );
  return items.map(readDue)[0]?.wakeAt;
};

/** A place in the index; it stays one when the person there has moved on. */
const placeOf = (shard: number, { id, wakeAt }: DueEntry): Item => {
  const { pk, sk } = recordKey(id);
  return toItem({ pk, sk, [wakeIndex.partition]: wakeKey(shard), [wakeIndex.sort]: packTime(wakeAt) });
};

const readDue = (item: Item): DueEntry => ({ id: item.pk!.S!.slice('S#'.length), wakeAt: readTime(item[wakeIndex.sort]!.S!) });
