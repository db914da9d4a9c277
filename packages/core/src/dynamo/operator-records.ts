import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/instant.ts';
import type { OperatorEntry } from '../ports.ts';
import { fromItem, type Item, type Plain, toItem } from './item.ts';
import { inPartition, queryAll } from './query.ts';
import type { StoreSettings } from './store-settings.ts';

const Switch = z.object({ on: z.boolean(), why: z.string(), at: Instant });
const Mark = z.object({ at: Instant });
const Entry = z.object({ at: Instant, subscriberId: z.string(), messageId: z.string(), why: z.string() });

const operatorPartition = 'A#operator';

export const readSwitchRecord = async (settings: StoreSettings, name: string): Promise<z.infer<typeof Switch> | undefined> =>
  Switch.optional().parse(await readSmall(settings, 'A#switch', name));

export const writeSwitchRecord = (settings: StoreSettings, name: string, value: z.infer<typeof Switch>): Promise<void> =>
  writeSmall(settings, { pk: 'A#switch', sk: name, on: value.on, why: value.why, at: value.at });

export const readMarkRecord = async (settings: StoreSettings, name: string): Promise<Instant | undefined> =>
  Mark.optional().parse(await readSmall(settings, 'A#mark', name))?.at;

export const writeMarkRecord = (settings: StoreSettings, name: string, at: Instant): Promise<void> =>
  writeSmall(settings, { pk: 'A#mark', sk: name, at });

/** One line for each message, however often it is reported. */
export const writeOperatorEntry = (settings: StoreSettings, entry: OperatorEntry): Promise<void> =>
  writeSmall(settings, { pk: operatorPartition, sk: `${entry.at}#${entry.messageId}`, ...entry });

/** Oldest first. */
export const operatorEntries = async ({ client, tableName }: StoreSettings): Promise<OperatorEntry[]> => {
  const items = await queryAll(client, { TableName: tableName, ...inPartition(operatorPartition, ''), ConsistentRead: true });
  return items.map((item) => Entry.parse(fromItem(item)));
};

const readSmall = async ({ client, tableName }: StoreSettings, pk: string, sk: string): Promise<unknown> => {
  const { Item: item } = await client.send(new GetItemCommand({ TableName: tableName, Key: keyOf(pk, sk), ConsistentRead: true }));
  return item && fromItem(item);
};

const writeSmall = async ({ client, tableName }: StoreSettings, fields: Record<string, Plain>): Promise<void> => {
  await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(fields) }));
};

const keyOf = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });
