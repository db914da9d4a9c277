import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { loadContent } from '@breathing-room/core/content/load-content';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import type { Profile } from '@breathing-room/core/domain/content';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { addressKey } from '@breathing-room/core/dynamo/address-key';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import type { Item } from '@breathing-room/core/dynamo/item';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import { fullWrite } from '@breathing-room/core/dynamo/write-record';
import { lifeOf, type Person } from './crowd.ts';

/** Makes the table and everybody in it. Lives are lived once for each state and place; number, id and seal are everybody's own. */
export async function seedCrowd(table: StoreSettings, people: readonly Person[], profile: Profile): Promise<void> {
  await createTable(table.client, table.tableName);
  const guide = { ...loadContent(), profile };
  const lives = new Map<string, Subscriber | undefined>();
  const lifeFor = (person: Person): Subscriber | undefined => {
    const key = `${person.state} ${person.number.slice(0, -4)}`;
    if (!lives.has(key)) lives.set(key, lifeOf(person, guide, table.clock.now()));
    return lives.get(key);
  };
  const records = people.flatMap((person): Item[] => {
    const life = lifeFor(person);
    return life === undefined ? [] : [recordOf(table, life, person.number)];
  });
  await writeItems(table, records);
}

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
