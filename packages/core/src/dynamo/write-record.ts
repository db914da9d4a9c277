import type { LedgerEntry } from '../domain/ledger-entry.ts';
import { newSubscriber, type Subscriber } from '../domain/subscriber.ts';
import { fitRecord } from './fit-record.ts';
import { recordKey } from './read-records.ts';
import type { RecordWrite } from './save-record.ts';
import { seal } from './seal.ts';
import type { StoreSettings } from './store-settings.ts';
import { packSubscriber, type Writing } from './stored-subscriber.ts';
import { wakeKey, wakeShard } from './wake-shard.ts';

/** The next version of a person, packed to one write unit. */
export const fullWrite = (settings: StoreSettings, after: Subscriber, ledger: readonly LedgerEntry[]): RecordWrite => {
  const writing = writingOf(settings, after);
  const sealedAddress = seal(settings.keys, writing.pk, after.address.value);
  const item = fitRecord(after, (fitted) => packSubscriber(fitted, { ...writing, sealedAddress }));
  return { item, versionRead: after.version, writer: writing.writer, ledger };
};

/** After FORGET ME: the keyed hash and whether it is suppressed, no address, nothing else (P2). */
export const erasingWrite = (settings: StoreSettings, after: Subscriber, ledger: readonly LedgerEntry[]): RecordWrite => {
  const { id, address, region, consent, consentAt } = after;
  const rest = { ...newSubscriber(id, address, region), consent, ...(consentAt !== undefined && { consentAt }) };
  const writing = writingOf(settings, after);
  return { item: packSubscriber(rest, writing), versionRead: after.version, writer: writing.writer, ledger };
};

const writingOf = ({ ids, shards }: StoreSettings, { id, version }: Subscriber): Writing => ({
  pk: recordKey(id).pk,
  version: version + 1,
  writer: ids.next(),
  shards,
  wakeKey: wakeKey(wakeShard(id, shards)),
  sealedAddress: undefined,
});
