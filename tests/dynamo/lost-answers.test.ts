import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '@breathing-room/core/ports';
import { freshAddress, ledgerEntry, savedPeople } from '../contract/store.contract.ts';
import { type TestTable, testClient, testStore, testTable } from '../support/engine.ts';
import { type Fault, injectFault, serveOneKey } from '../support/faults.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});

/** A store on the file's table whose next requests fail so; the client itself tries twice. */
const faultyStore = (command: string, fault: Fault, times: number): Store => {
  const client = testClient();
  injectFault(client, command, fault, times);
  return testStore({ ...table, client });
};

const plainStore = (): Store => testStore({ ...table, client: testClient() });

describe('a write whose answer is lost (S1)', () => {
  it.each([1, 2])('is ours when it landed, after %i lost answers', async (times) => {
    const store = faultyStore('PutItemCommand', 'answer_lost', times);
    const person = await store.find(freshAddress());
    expect(await store.save(person)).toBe('saved');
    expect((await store.find(person.address)).version).toBe(1);
  });

  it.each([1, 2])('is ours with its ledger line, once, after %i lost answers', async (times) => {
    const store = faultyStore('TransactWriteItemsCommand', 'answer_lost', times);
    const person = await store.find(freshAddress());
    expect(await store.save(person, [ledgerEntry('a')])).toBe('saved');
    expect(await store.ledgerOf(person.id)).toStrictEqual([ledgerEntry('a')]);
    expect((await store.find(person.address)).version).toBe(1);
  });

  it('is stale when somebody else wrote first, whatever was lost', async () => {
    const person = await plainStore().find(freshAddress());
    await plainStore().save(person);
    expect(await faultyStore('PutItemCommand', 'never_arrives', 2).save(person)).toBe('stale');
    expect(await faultyStore('PutItemCommand', 'answer_lost', 1).save(person)).toBe('stale');
  });

  it('is an error when it never landed, and may then be tried again', async () => {
    const store = faultyStore('PutItemCommand', 'never_arrives', 2);
    const person = await store.find(freshAddress());
    await expect(store.save(person)).rejects.toThrow('not known');
    expect(await store.save(person)).toBe('saved');
  });

  it('is an error when the table cannot be read back either', async () => {
    const client = testClient();
    injectFault(client, 'PutItemCommand', 'server_error', 2);
    injectFault(client, 'GetItemCommand', 'server_error', 2);
    const person = await plainStore().find(freshAddress());
    await expect(testStore({ ...table, client }).save(person)).rejects.toMatchObject({ name: 'InternalServerError' });
  });
});

describe('a budget whose answer is lost (S7)', () => {
  it('is taken from twice rather than not at all', async () => {
    const store = faultyStore('UpdateItemCommand', 'answer_lost', 1);
    expect(await store.reserve('notes', 'lost', 40, 100)).toBe(40);
    expect(await store.reserve('notes', 'lost', 40, 100)).toBe(20);
  });

  it('takes back once', async () => {
    await plainStore().reserve('notes', 'back', 60, 100);
    expect(await faultyStore('TransactWriteItemsCommand', 'answer_lost', 1).reserve('notes', 'back', -20, 100)).toBe(-20);
    expect(await plainStore().reserve('notes', 'back', 100, 100)).toBe(60);
  });
});

describe('a budget that cannot be given back', () => {
  it.each<Fault>(['never_arrives', 'server_error'])('stays used after %s, and the run goes on', async (fault) => {
    await plainStore().reserve('notes', fault, 60, 100);
    expect(await faultyStore('TransactWriteItemsCommand', fault, 2).reserve('notes', fault, -20, 100)).toBe(0);
    expect(await plainStore().reserve('notes', fault, 100, 100)).toBe(40);
  });
});

describe('a throttled table', () => {
  it.each(['PutItemCommand', 'GetItemCommand'])('is asked once more by %s', async (command) => {
    const store = faultyStore(command, 'throttled', 1);
    const person = await store.find(freshAddress());
    expect(await store.save(person)).toBe('saved');
  });

  it('fails a save that stays throttled, and nothing was written', async () => {
    const store = faultyStore('PutItemCommand', 'throttled', 2);
    const person = await store.find(freshAddress());
    await expect(store.save(person)).rejects.toMatchObject({ cause: { name: 'ProvisionedThroughputExceededException' } });
    expect((await store.find(person.address)).version).toBe(0);
  });

  it('is asked again for keys it did not serve', async () => {
    const people = await savedPeople(plainStore(), 5);
    const client = testClient();
    serveOneKey(client, 2);
    const found = await testStore({ ...table, client }).findMany(people.map(({ id }) => id));
    expect(found.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  });

  it('fails a page whose keys are never served', async () => {
    const people = await savedPeople(plainStore(), 12);
    const client = testClient();
    serveOneKey(client, 50);
    await expect(testStore({ ...table, client }).findMany(people.map(({ id }) => id))).rejects.toThrow('stayed unread');
  });
});

describe('an engine that is gone', () => {
  it("fails within the client's own limits", async () => {
    const store = testStore({ ...table, client: testClient('http://127.0.0.1:1') });
    await expect(store.find(freshAddress())).rejects.toThrow();
  });
});
