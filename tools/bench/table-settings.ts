import { randomBytes } from 'node:crypto';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import type { Clock } from '@breathing-room/core/ports';
import type { Settings } from '@breathing-room/functions/settings';

/** The store's settings as the service itself would read them, with a client of the bench's own. */
export const tableSettings = (settings: Settings, endpoint: string, clock: Clock): StoreSettings => ({
  client: dynamoClient({ region: 'us-east-1', endpoint }),
  tableName: settings.TABLE_NAME,
  clock,
  ids: { next: () => randomBytes(5).toString('hex') },
  keys: readAddressKeys(settings.ADDRESS_KEYS),
  pepper: settings.ADDRESS_PEPPER,
  shards: settings.WAKE_SHARDS,
  regionOf,
  onUnreadable: (_, cause) => {
    throw new Error('a record of the bench cannot be read', { cause });
  },
});
