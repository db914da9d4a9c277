import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { epochSeconds } from '../domain/instant.ts';
import type { Counts } from '../ports.ts';
import { fromItem, type Item } from './item.ts';
import { inPartition, queryAll } from './query.ts';
import type { StoreSettings } from './store-settings.ts';
import { expiryName } from './table-definition.ts';

/** One item for each job and day; every count is an attribute of its own, so that one ADD sums them all. */
const StoredCounts = z.looseObject({ sk: z.string(), [expiryName]: z.number() });

const countPrefix = 'c.';
const keptSeconds = 400 * 86_400;

const partitionOf = (day: string): string => `A#counts#${day}`;

/** Sums into the day's totals. A repeat after a lost answer counts twice: totals are for people, not for decisions. */
export const addDayCounts = async (settings: StoreSettings, job: string, day: string, counts: Counts): Promise<void> => {
  const entries = Object.entries(counts).filter(([, count]) => count !== 0);
  if (entries.length === 0) return;
  const added = entries.map((_, index) => `#count${index} :count${index}`).join(', ');
  await settings.client.send(
    new UpdateItemCommand({
      TableName: settings.tableName,
      Key: { pk: { S: partitionOf(day) }, sk: { S: job } },
      UpdateExpression: `SET #expiry = :expiry ADD ${added}`,
      ExpressionAttributeNames: { '#expiry': expiryName, ...namesOf(entries) },
      ExpressionAttributeValues: { ':expiry': { N: String(epochSeconds(settings.clock.now()) + keptSeconds) }, ...valuesOf(entries) },
    }),
  );
};

export const dayCounts = async ({ client, tableName, clock }: StoreSettings, day: string): Promise<Record<string, Counts>> => {
  const items = await queryAll(client, { TableName: tableName, ...inPartition(partitionOf(day), ''), ConsistentRead: true });
  const now = epochSeconds(clock.now());
  return Object.fromEntries(
    items
      .map((item) => StoredCounts.parse(fromItem(item)))
      .filter((stored) => stored[expiryName] > now)
      .map((stored) => [stored.sk, countsIn(stored)]),
  );
};

const namesOf = (entries: readonly [string, number][]): Record<string, string> =>
  Object.fromEntries(entries.map(([name], index) => [`#count${index}`, countPrefix + name]));

const valuesOf = (entries: readonly [string, number][]): Item =>
  Object.fromEntries(entries.map(([, count], index) => [`:count${index}`, { N: String(count) }]));

const countsIn = (stored: Record<string, unknown>): Counts =>
  Object.fromEntries(
    Object.entries(stored)
      .filter(([name]) => name.startsWith(countPrefix))
      .map(([name, count]) => [name.slice(countPrefix.length), Number(count)]),
  );
