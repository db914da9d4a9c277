import { BatchWriteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { plusSeconds } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { type Item, toItem } from '@breathing-room/core/dynamo/item';
import { itemSize } from '@breathing-room/core/dynamo/item-size';
import { countUnits, type UnitCount } from '@breathing-room/core/dynamo/measure';
import { packTime } from '@breathing-room/core/dynamo/packed-line';
import type { Store } from '@breathing-room/core/ports';
import { freshAddress, ledgerEntry, savedPeople } from '../contract/store.contract.ts';
import { largestTexter } from '../support/arbitrary-subscriber.ts';
import { type TestTable, testStore, testTable } from '../support/engine.ts';

let table: TestTable;
let units: UnitCount;
let store: Store;
beforeAll(async () => {
  table = await testTable();
  units = countUnits(table.client);
  store = testStore(table);
});

/** What one piece of work costs. */
const costOf = async (work: () => Promise<unknown>): Promise<{ requests: number; reads: number; writes: number }> => {
  units.reset();
  await work();
  const { requests, reads, writes } = units;
  return { requests, reads, writes };
};

const largestPerson = async (): Promise<Subscriber> => {
  const { id, address } = await store.find(freshAddress());
  const person = { ...largestTexter(), id, address, version: 0 };
  await store.save(person);
  return store.find(address);
};

describe('units of the largest legal record', () => {
  let person: Subscriber;
  beforeAll(async () => {
    person = await largestPerson();
  });
  const change = async (changes: Partial<Subscriber>): Promise<void> => {
    expect(await store.save({ ...person, ...changes })).toBe('saved');
    person = await store.find(person.address);
  };

  it('are 1 read unit to find', async () => {
    expect(await costOf(() => store.find(person.address))).toEqual({ requests: 1, reads: 1, writes: 0 });
  });

  it('are 1 write unit to save while nothing moves in the index', async () => {
    expect(await costOf(() => change({ hour: 12 }))).toEqual({ requests: 2, reads: 1, writes: 1 });
  });

  it('are 3 write units when the wake moves', async () => {
    expect((await costOf(() => change({ wakeAt: '2026-12-01T00:00:00Z' }))).writes).toBe(3);
  });

  it('are 4 write units for a note: its claim and its sending', async () => {
    const cost = await costOf(async () => {
      await change({ hour: 13 });
      await change({ hour: 14, wakeAt: '2026-12-02T00:00:00Z' });
    });
    expect(cost.writes).toBe(4);
  });
});

describe('the size of an item', () => {
  it.each([
    [1024, 1],
    [1025, 2],
  ])('of %i bytes costs %i write units', async (size, writes) => {
    const item = (padding: number): Item =>
      toItem({ pk: 'S#size', sk: 'P', n: 64, v: 12_345, ok: true, a: new Uint8Array(45), e: 'é 🌱', p: 'x'.repeat(padding) });
    const padded = item(size - itemSize(item(0)));
    expect((await costOf(() => table.client.send(new PutItemCommand({ TableName: table.tableName, Item: padded })))).writes).toBe(writes);
  });
});

describe('units of other work', () => {
  it('are one round trip for all who are due in a shard, and the same among 1,000 others as among 20,000', async () => {
    await savedPeople(store, 100, (index) => plusSeconds('2020-01-01T00:00:00Z', index));
    const tick = async (): Promise<unknown> =>
      Promise.all(Array.from({ length: store.shardCount() }, (_, shard) => store.due(shard, '2020-06-01T00:00:00Z', 100)));
    await addSleepers(1000);
    const few = await costOf(tick);
    await addSleepers(20_000);
    const many = await costOf(tick);
    expect(many).toEqual(few);
    expect(many).toMatchObject({ requests: 8, writes: 0 });
    expect(many.reads).toBeLessThanOrEqual(8);
  });

  it('are 1 round trip for a page of 100 people', async () => {
    const people = await savedPeople(store, 100);
    expect(await costOf(() => store.findMany(people.map(({ id }) => id)))).toEqual({ requests: 1, reads: 100, writes: 0 });
  });

  it('are 4 write units for a record with a ledger line, 5 when they enter the index', async () => {
    const person = await store.find(freshAddress());
    expect((await costOf(() => store.save(person, [ledgerEntry('a')]))).writes).toBe(4);
    const due = { ...(await store.find(person.address)), wakeAt: '2026-12-01T00:00:00Z' };
    expect((await costOf(() => store.save(due, [ledgerEntry('b')]))).writes).toBe(5);
  });

  it('are 1 write unit for the counts of a run and for a block of a budget', async () => {
    expect(await costOf(() => store.addCounts('wake', '2026-11-22', { sent: 3, failed: 1 }))).toEqual({ requests: 1, reads: 0, writes: 1 });
    expect(await costOf(() => store.reserve('rate', 'minute', 100, 1000))).toEqual({ requests: 1, reads: 0, writes: 1 });
  });
});

const lanes = 8;

/** People for whom nothing is due for years, written without the store to save time. */
const addSleepers = async (count: number): Promise<void> => {
  const sleeper = (index: number) => ({
    PutRequest: {
      Item: {
        pk: { S: `S#sleeper-${count}-${index}` },
        sk: { S: 'P' },
        q: { S: `W#${index % 8}` },
        u: { S: packTime(plusSeconds('2030-01-01T00:00:00Z', index)) },
      },
    },
  });
  const addFrom = async (first: number): Promise<void> => {
    for (let from = first; from < count; from += 25 * lanes) {
      const page = Array.from({ length: 25 }, (_, index) => sleeper(from + index));
      await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: page } }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => addFrom(lane * 25)));
};
