import { randomBytes } from 'node:crypto';
import { loadContent } from '@breathing-room/core/content/load-content';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import type { Guide } from '@breathing-room/core/domain/guide';
import type { Instant } from '@breathing-room/core/domain/instant';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { countUnits, type UnitCount } from '@breathing-room/core/dynamo/measure';
import { dynamoStore } from '@breathing-room/core/dynamo/store';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import type { Services } from '@breathing-room/core/services';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import { profileOf, readSettings, twilioSettings } from '@breathing-room/functions/settings';
import { serveStandIn } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { createStandIn } from '@breathing-room/local/stand-in-twilio/stand-in';
import { tableSettings } from './table-settings.ts';

/** What one piece of work cost. */
export interface Cost {
  roundTrips: number;
  reads: number;
  writes: number;
  /** Texts handed to the provider. */
  posts: number;
}

/** A table of its own, the real actions' services on it, a provider that takes every text, a clock to set. */
export interface Lab {
  services: Services;
  guide: Guide;
  table: StoreSettings;
  setClock(now: Instant): void;
  freshNumber(): PhoneNumber;
  costOf(work: () => Promise<unknown>): Promise<Cost>;
  close(): Promise<void>;
}

/** Nobody listens there: status callbacks of the provider end unheard, so that they cost nothing here. */
const nowhere = 'http://127.0.0.1:9';

export async function openLab(endpoint: string, begins: Instant): Promise<Lab> {
  let now = begins;
  let numbers = 0;
  const clock = { now: () => now };
  const offline = readSettings({ PUBLIC_BASE_URL: nowhere, TABLE_NAME: `units-${randomBytes(6).toString('hex')}` });
  const standIn = createStandIn({
    accountSid: offline.TWILIO_ACCOUNT_SID,
    authToken: offline.TWILIO_AUTH_TOKEN,
    messagingServiceSid: offline.TWILIO_MESSAGING_SERVICE_SID,
    publicBaseUrl: nowhere,
    optOutMode: 'none',
  });
  const provider = await serveStandIn(standIn);
  const settings = { ...offline, TWILIO_BASE_URL: provider.url };
  const table = tableSettings(settings, endpoint, clock);
  await createTable(table.client, table.tableName);
  const units = countUnits(table.client);
  const guide = { ...loadContent(), profile: profileOf(settings) };
  return {
    guide,
    table,
    services: {
      clock,
      guide,
      ids: table.ids,
      store: dynamoStore(table),
      texts: twilioTexts({ settings: twilioSettings(settings) }),
      meter: { add: () => {} },
      mails: { send: () => Promise.resolve({ kind: 'unknown' }) },
      links: { urlFor: () => '', read: () => undefined },
      composeMail: () => ({ subject: '', text: '', html: '', headers: {} }),
      pins: { keyOf: () => '' },
      limits: { notesPerDay: 1_000_000, parallel: 8 },
    },
    setClock: (at) => {
      now = at;
    },
    freshNumber: () => `+1212555${String(numbers++).padStart(4, '0')}`,
    costOf: (work) => costOf(work, units, () => standIn.book.all().filter(({ direction }) => direction === 'outbound-api').length),
    close: provider.close,
  };
}

async function costOf(work: () => Promise<unknown>, units: UnitCount, countPosts: () => number): Promise<Cost> {
  units.reset();
  const postsBefore = countPosts();
  await work();
  const { requests, reads, writes } = units;
  return { roundTrips: requests, reads, writes, posts: countPosts() - postsBefore };
}
