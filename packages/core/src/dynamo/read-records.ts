import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  GetItemCommand,
  type KeysAndAttributes,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as delay } from 'node:timers/promises';
import type { Item } from './item.ts';

/** DynamoDB reads at most 100 items at once. */
const pageSize = 100;
const attempts = 5;

export const recordKey = (id: string): { pk: string; sk: string } => ({ pk: `S#${id}`, sk: 'P' });

const keyItem = (id: string): Item => {
  const { pk, sk } = recordKey(id);
  return { pk: { S: pk }, sk: { S: sk } };
};

/** One consistent read. Nothing is projected: it would cost the same and hide what a newer build stored. */
export const readRecord = async (client: DynamoDBClient, tableName: string, id: string): Promise<Item | undefined> => {
  const { Item: item } = await client.send(new GetItemCommand({ TableName: tableName, Key: keyItem(id), ConsistentRead: true }));
  return item;
};

/** Consistent reads, one round trip for each 100; keys the table could not serve at once are asked again. */
export const readRecords = async (client: DynamoDBClient, tableName: string, ids: readonly string[]): Promise<Item[]> => {
  const distinct = [...new Set(ids)];
  const found: Item[] = [];
  for (let from = 0; from < distinct.length; from += pageSize) {
    found.push(...(await readPage(client, tableName, distinct.slice(from, from + pageSize).map(keyItem))));
  }
  return found;
};

/** @throws when keys are still unserved after five tries: the caller's next run sees the same people again. */
const readPage = async (client: DynamoDBClient, tableName: string, keys: Item[]): Promise<Item[]> => {
  const found: Item[] = [];
  let wanted: KeysAndAttributes | undefined = { Keys: keys, ConsistentRead: true };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const page: BatchGetItemCommandOutput = await client.send(new BatchGetItemCommand({ RequestItems: { [tableName]: wanted } }));
    found.push(...(page.Responses?.[tableName] ?? []));
    wanted = page.UnprocessedKeys?.[tableName];
    if (wanted?.Keys === undefined || wanted.Keys.length === 0) return found;
    await delay(25 * 2 ** attempt);
  }
  throw new Error(`${wanted?.Keys?.length ?? 0} records stayed unread after ${attempts} tries`);
};
