import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { addressKey } from '@breathing-room/core/dynamo/address-key';
import type { Item } from '@breathing-room/core/dynamo/item';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import { fullWrite } from '@breathing-room/core/dynamo/write-record';

/** The same life under another number, as the store itself would write it. */
export const recordOf = (settings: StoreSettings, life: Subscriber, number: PhoneNumber): Item => {
  const address = { channel: 'sms', value: number } as const;
  return fullWrite(settings, { ...life, id: addressKey(settings.pepper, address), address, version: 0 }, []).item;
};

/** BatchWriteItem takes 25 items; several requests at once keep the engine busy. */
const pageSize = 25;
const lanes = 4;

/** Puts prepared items into the table. */
export async function writeItems(
  { client, tableName }: Pick<StoreSettings, 'client' | 'tableName'>,
  items: readonly Item[],
): Promise<void> {
  const writeLane = async (lane: number): Promise<void> => {
    for (let from = lane * pageSize; from < items.length; from += lanes * pageSize) {
      const puts = items.slice(from, from + pageSize).map((item) => ({ PutRequest: { Item: item } }));
      const { UnprocessedItems: left = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
      if (Object.keys(left).length > 0) throw new Error('the engine left items unwritten');
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => writeLane(lane)));
}
