import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '@breathing-room/core/ports';
import { type TestTable, testClient, testStore, testTable } from '../support/engine.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});

/** DynamoDB refuses an update of an item that a transaction holds, as it does while somebody gives back. */
const contendedStore = (times: number): Store => {
  const client = testClient();
  let left = times;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'UpdateItemCommand' || left-- <= 0) return next(args);
      throw new TransactionConflictException({ message: 'held by a transaction, for the test', $metadata: { httpStatusCode: 400 } });
    },
    { step: 'deserialize', priority: 'high' },
  );
  return testStore({ ...table, client });
};

describe('a budget somebody else is giving back to (S7)', () => {
  it.each([1, 3])('grants the whole amount after %i conflicts', async (times) => {
    expect(await contendedStore(times).reserve('notes', `busy-${times}`, 60, 100)).toBe(60);
    expect(await contendedStore(0).reserve('notes', `busy-${times}`, 60, 100)).toBe(40);
  });

  it('grants nothing and takes nothing when it stays busy', async () => {
    expect(await contendedStore(10).reserve('notes', 'stuck', 60, 100)).toBe(0);
    expect(await contendedStore(0).reserve('notes', 'stuck', 100, 100)).toBe(100);
  });
});
