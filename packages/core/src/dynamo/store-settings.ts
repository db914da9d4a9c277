import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Address } from '../domain/address.ts';
import type { Region } from '../domain/region.ts';
import type { Clock, Ids } from '../ports.ts';
import type { AddressKeys } from './address-keys.ts';

/** What the store is built from. */
export interface StoreSettings {
  client: DynamoDBClient;
  tableName: string;
  /** For expiry compared on read, and for the sweep times of short-lived items. */
  clock: Clock;
  /** Writer ids, one for each write. */
  ids: Ids;
  keys: AddressKeys;
  pepper: string;
  /** May only grow: people written under a larger count would lie in shards nobody looks at. */
  shards: number;
  /** The region a person who never wrote before is taken to be in. */
  regionOf: (address: Address) => Region;
  /** Hears of a record in a page that cannot be read; the others of the page go on without it. */
  onUnreadable: (id: string, error: unknown) => void;
}
