import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/instant.ts';
import type { Item } from './item.ts';
import { packTime, readTime } from './packed-line.ts';
import type { StoreSettings } from './store-settings.ts';
import { wakeIndex } from './table-definition.ts';
import { wakeKey } from './wake-shard.ts';

type Table = Pick<StoreSettings, 'client' | 'tableName'>;

/** Who is due in one shard at `now`, oldest first. The index lags a little: load before deciding. */
export const dueInShard = async (table: Table, shard: number, now: Instant, limit: number): Promise<{ id: string; wakeAt: Instant }[]> => {
  const { Items: items = [] } = await table.client.send(new QueryCommand({
    TableName: table.tableName,
    IndexName: wakeIndex.name,
    KeyConditionExpression: '#shard = :shard AND #wake <= :now',
    ExpressionAttributeNames: { '#shard': wakeIndex.partition, '#wake': wakeIndex.sort },
    ExpressionAttributeValues: { ':shard': { S: wakeKey(shard) }, ':now': { S: packTime(now) } },
    Limit: limit,
  }));
  return items.map(readDue);
};

/** The first moment anybody in the shard is due, however far ahead. */
export const firstInShard = async (table: Table, shard: number): Promise<Instant | undefined> => {
  const { Items: items = [] } = await table.client.send(new QueryCommand({
    TableName: table.tableName,
    IndexName: wakeIndex.name,
    KeyConditionExpression: '#shard = :shard',
    ExpressionAttributeNames: { '#shard': wakeIndex.partition },
    ExpressionAttributeValues: { ':shard': { S: wakeKey(shard) } },
    Limit: 1,
  }));
  return items.map(readDue)[0]?.wakeAt;
};

const readDue = (item: Item): { id: string; wakeAt: Instant } =>
  ({ id: item.pk!.S!.slice('S#'.length), wakeAt: readTime(item[wakeIndex.sort]!.S!) });
