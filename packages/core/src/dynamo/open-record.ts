import { type Address, Channel } from '../domain/address.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { AddressKeys } from './address-keys.ts';
import type { Item } from './item.ts';
import { readProfile } from './packed-profile.ts';
import { unseal } from './seal.ts';
import type { StoreSettings } from './store-settings.ts';
import { parseStored, readSubscriber } from './stored-subscriber.ts';

const idOf = (pk: string): string => pk.slice('S#'.length);

/** The person at an address we were given: nothing to open, so a lost key never costs an answer. */
export const readRecordOf = (item: Item, address: Address): Subscriber => {
  const stored = parseStored(item);
  return readSubscriber(stored, idOf(stored.pk), address, item);
};

/**
 * The person with the address unsealed; undefined after FORGET ME, when there is no address to write to.
 * @throws AddressKeyError when the address was sealed for another record or with a key not listed.
 */
export const openRecord = (keys: AddressKeys, item: Item): Subscriber | undefined => {
  const stored = parseStored(item);
  if (stored.a === undefined) return undefined;
  const channel = Channel.parse(readProfile(stored.p).channel);
  return readSubscriber(stored, idOf(stored.pk), { channel, value: unseal(keys, stored.pk, stored.a) }, item);
};

/** Everybody of a page who can be read: one bad record must not keep a hundred people waiting. */
export const openPage = ({ keys, onUnreadable }: Pick<StoreSettings, 'keys' | 'onUnreadable'>, items: readonly Item[]): Subscriber[] =>
  items.flatMap((item) => {
    try {
      return openRecord(keys, item) ?? [];
    } catch (error) {
      onUnreadable(idOf(item.pk?.S ?? ''), error);
      return [];
    }
  });
