import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { dynamoStore } from '@breathing-room/core/dynamo/store';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import type { Store } from '@breathing-room/core/ports';

/** A client of the run's engine and a fresh table in it. */
export interface TestTable {
  client: DynamoDBClient;
  tableName: string;
}

/** Two keys, the newer one first. */
export const testKeys = `v2:${Buffer.alloc(32, 2).toString('base64')},v1:${Buffer.alloc(32, 1).toString('base64')}`;
export const testPepper = 'a pepper for tests only';

/** A client of the run's engine, or of another; each has its own middleware. */
export const testClient = (endpoint = inject('dynamoEndpoint')): DynamoDBClient => dynamoClient({ region: 'us-east-1', endpoint });

/** A new table with a name of its own, so that files do not meet. */
export const testTable = async (): Promise<TestTable> => {
  const client = testClient();
  const tableName = `test-${randomBytes(6).toString('hex')}`;
  await createTable(client, tableName);
  return { client, tableName };
};

/** The real store on a table, with settings a test may replace. */
export const testStore = (table: TestTable, settings: Partial<StoreSettings> = {}): Store =>
  dynamoStore({ ...testSettings(table), ...settings });

export const testSettings = (table: TestTable): StoreSettings => ({
  ...table,
  clock: { now: () => '2026-11-22T12:00:00Z' },
  ids: { next: () => randomBytes(5).toString('hex') },
  keys: readAddressKeys(testKeys),
  pepper: testPepper,
  shards: 8,
  regionOf: () => 'US',
  onUnreadable: (id, error) => {
    throw new Error(`record ${id} cannot be read`, { cause: error });
  },
});
