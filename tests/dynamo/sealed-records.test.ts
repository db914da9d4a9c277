import { GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '@breathing-room/core/domain/fact';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { type AddressKeys, readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import type { Item } from '@breathing-room/core/dynamo/item';
import type { Store } from '@breathing-room/core/ports';
import { freshAddress, ledgerEntry, savedPeople } from '../contract/store.contract.ts';
import { type TestTable, testStore, testTable } from '../support/engine.ts';

const secret = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const first = readAddressKeys(`v1:${secret(1)}`);
const rotated = readAddressKeys(`v2:${secret(2)},v1:${secret(1)}`);
const second = readAddressKeys(`v2:${secret(2)}`);

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});

const storeWith = (keys: AddressKeys): Store => testStore(table, { keys });

const keyOf = (id: string): Item => ({ pk: { S: `S#${id}` }, sk: { S: 'P' } });

const stored = async (id: string): Promise<Item> => {
  const { Item: item } = await table.client.send(new GetItemCommand({ TableName: table.tableName, Key: keyOf(id) }));
  return item ?? {};
};

const overwrite = async (id: string, change: Item): Promise<void> => {
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: { ...(await stored(id)), ...change } }));
};

const saved = async (store: Store, change: Partial<Subscriber> = {}): Promise<Subscriber> => {
  const person = { ...(await store.find(freshAddress())), ...change };
  await store.save(person);
  return store.find(person.address);
};

describe('sealed addresses (P3)', () => {
  it('are nowhere in the table in the clear, nor is the source of a ledger line', async () => {
    const store = storeWith(first);
    const person = await store.find({ channel: 'sms', value: '+15558675309' });
    await store.save(person, [{ ...ledgerEntry('a'), source: '203.0.113.7' }]);
    const { Items: items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
    const everything = items.map((item) => JSON.stringify(item) + Buffer.from(item.a?.B ?? item.source?.B ?? []).toString('latin1')).join();
    expect(everything).toContain(person.id);
    expect(everything).not.toMatch(/8675309|203\.0\.113\.7/);
    expect((await store.ledgerOf(person.id))[0]?.source).toBe('203.0.113.7');
  });

  it('are read under every listed key and sealed under the first', async () => {
    const person = await saved(storeWith(first));
    expect(await storeWith(rotated).findById(person.id)).toStrictEqual(person);
    await storeWith(rotated).save(person);
    expect((await stored(person.id)).a?.B?.[0]).toBe(2);
    expect(await storeWith(second).findById(person.id)).toMatchObject({ address: person.address });
  });

  it('do not open under a key that is no longer listed, yet the person who writes is answered', async () => {
    const person = await saved(storeWith(first));
    await expect(storeWith(second).findById(person.id)).rejects.toThrow('address key v1 is not listed');
    expect(await storeWith(second).find(person.address)).toStrictEqual(person);
  });

  it('do not open in another record', async () => {
    const [one, other] = [await saved(storeWith(first)), await saved(storeWith(first))];
    await overwrite(other.id, { a: (await stored(one.id)).a! });
    await expect(storeWith(first).findById(other.id)).rejects.toThrow('does not belong');
  });

  it('are told apart by the pepper', async () => {
    const address = freshAddress();
    const ids = [await testStore(table, { pepper: 'one' }).find(address), await testStore(table, { pepper: 'two' }).find(address)];
    expect(ids[0]?.id).not.toBe(ids[1]?.id);
    expect(ids[0]?.id).toMatch(/^[\w-]{22}$/);
  });

  it('never look the same twice', async () => {
    const person = await saved(storeWith(first));
    const before = (await stored(person.id)).a?.B;
    await storeWith(first).save(person);
    expect((await stored(person.id)).a?.B).not.toEqual(before);
  });
});

describe('a record of a newer build', () => {
  it('keeps what this build does not know through a save', async () => {
    const person = await saved(testStore(table));
    const unknown: Item = { zz: { S: 'kept' }, yy: { M: { deep: { L: [{ N: '1' }] } } } };
    await overwrite(person.id, unknown);
    const found = await testStore(table).find(person.address);
    await testStore(table).save({ ...found, hour: 12 });
    expect(await stored(person.id)).toMatchObject({ ...unknown, v: { N: '2' } });
  });

  it('loses it to FORGET ME (P2)', async () => {
    const person = await saved(testStore(table));
    await overwrite(person.id, { zz: { S: 'private' } });
    await testStore(table).erase(await testStore(table).find(person.address), []);
    expect(Object.keys(await stored(person.id)).toSorted()).toEqual(['n', 'p', 'pk', 'sk', 'v', 'w']);
  });
});

describe('a record that cannot be read', () => {
  it('is reported and left out of a page; the others go on', async () => {
    const heard: string[] = [];
    const store = testStore(table, { onUnreadable: (id) => heard.push(id) });
    const people = await savedPeople(store, 3);
    await overwrite(people[1]!.id, { p: { S: 'not a profile' } });
    const found = await store.findMany(people.map(({ id }) => id));
    expect(found.map(({ id }) => id)).toEqual([people[0]!.id, people[2]!.id]);
    expect(heard).toEqual([people[1]!.id]);
  });

  it('is an error when it is the one asked for', async () => {
    const person = await saved(testStore(table));
    await overwrite(person.id, { v: { S: 'x' } });
    await expect(testStore(table).find(person.address)).rejects.toThrow();
  });
});

describe('what has expired', () => {
  const facts: Fact[] = [
    { kind: 'text_answered', at: '2026-11-22T12:00:00Z', inboundId: 'abcdef12', reply: [{ id: 'topic.space.1' }], about: 'exact' },
  ];

  it('is not given back, though it lies there still: inbound ids and replies after 24 h (P5, P6)', async () => {
    const person = await saved(testStore(table), { facts });
    expect(person.facts).toEqual(facts);
    const nextDay = testStore(table, { clock: { now: () => '2026-11-23T12:00:00Z' } });
    const bare = [{ kind: 'text_answered', at: '2026-11-22T12:00:00Z', about: 'exact' }];
    expect((await nextDay.find(person.address)).facts).toEqual(bare);
    expect((await nextDay.findById(person.id))?.facts).toEqual(bare);
    expect((await nextDay.findMany([person.id]))[0]?.facts).toEqual(bare);
  });

  it('leaves the table with the next write (P6)', async () => {
    const person = await saved(testStore(table), { facts });
    await testStore(table).save({ ...person, facts: [...facts, { kind: 'note_sent', at: '2026-11-23T12:00:00Z' }] });
    expect(JSON.stringify(await stored(person.id))).not.toContain('abcdef12');
  });

  it('is not counted: totals after 400 days (P5)', async () => {
    await testStore(table).addCounts('wake', '2026-11-22', { sent: 1 });
    expect(await testStore(table).countsOf('2026-11-22')).toEqual({ wake: { sent: 1 } });
    expect(await testStore(table, { clock: { now: () => '2028-01-01T00:00:00Z' } }).countsOf('2026-11-22')).toEqual({});
  });
});
