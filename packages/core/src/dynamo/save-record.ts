import { GetItemCommand, PutItemCommand, type PutItemCommandInput, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { LedgerEntry } from '../domain/ledger-entry.ts';
import type { SaveOutcome } from '../ports.ts';
import { failureOf } from './failure.ts';
import type { Item } from './item.ts';
import { packLedgerEntry } from './stored-ledger-entry.ts';
import type { StoreSettings } from './store-settings.ts';

/** A record ready to be written over the version that was read. */
export interface RecordWrite {
  item: Item;
  /** 0 when there was none. */
  versionRead: number;
  writer: string;
  ledger: readonly LedgerEntry[];
}

/** One conditional write; with ledger lines one transaction. */
export const saveRecord = async (settings: StoreSettings, write: RecordWrite): Promise<SaveOutcome> => {
  try {
    await send(settings, write);
    return 'saved';
  } catch (error) {
    return judge(settings, write, error);
  }
};

const send = async ({ client, tableName, keys }: StoreSettings, write: RecordWrite): Promise<void> => {
  const put = conditionalPut(tableName, write);
  if (write.ledger.length === 0) {
    await client.send(new PutItemCommand(put));
    return;
  }
  const lines = write.ledger.map((entry) => ({ Put: appendOnly(tableName, packLedgerEntry(keys, write.item.pk!.S!, entry)) }));
  await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put }, ...lines] }));
};

const conditionalPut = (tableName: string, { item, versionRead }: RecordWrite) =>
  ({
    TableName: tableName,
    Item: item,
    // The failed condition answers with the item, so a lost race needs no second round trip.
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...(versionRead === 0 ? isNew : versionIs(versionRead)),
  }) satisfies PutItemCommandInput;

const isNew = { ConditionExpression: 'attribute_not_exists(#partition)', ExpressionAttributeNames: { '#partition': 'pk' } };

const versionIs = (version: number) => ({
  ConditionExpression: '#version = :read',
  ExpressionAttributeNames: { '#version': 'v' },
  ExpressionAttributeValues: { ':read': { N: String(version) } },
});

/** A ledger line is never written over: it is proof (O12). */
const appendOnly = (tableName: string, item: Item) => ({ TableName: tableName, Item: item, ...isNew });

/**
 * The client repeats a write whose answer was lost, and then its own first write fails the condition:
 * the writer id tells that apart from a lost race.
 */
const judge = async (settings: StoreSettings, write: RecordWrite, error: unknown): Promise<SaveOutcome> => {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'refused':
      return isOurs(failure.found, write) ? 'saved' : 'stale';
    case 'contended':
      return 'stale';
    case 'certain':
      throw new Error('a record could not be written', { cause: error });
    case 'unclear':
      return readBack(settings, write, error);
  }
};

const readBack = async ({ client, tableName }: StoreSettings, write: RecordWrite, cause: unknown): Promise<SaveOutcome> => {
  const { pk, sk } = write.item;
  const { Item: found } = await client.send(new GetItemCommand({ TableName: tableName, Key: { pk: pk!, sk: sk! }, ConsistentRead: true }));
  if (isOurs(found, write)) return 'saved';
  if (Number(found?.v?.N ?? 0) !== write.versionRead) return 'stale';
  throw new Error('a record was not written, and why is not known', { cause });
};

const isOurs = (found: Item | undefined, write: RecordWrite): boolean => found?.w?.S === write.writer;
