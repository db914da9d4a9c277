import * as z from 'zod';
import { LedgerEntry } from '../domain/ledger-entry.ts';
import type { AddressKeys } from './address-keys.ts';
import { fromItem, type Item, toItem } from './item.ts';
import { seal, unseal } from './seal.ts';

/** Sort keys of ledger lines begin so; the rest is time and id, so that they come back in order. */
export const ledgerPrefix = 'K#';

/** A ledger line as it lies beside the record. Rare and kept for years: readable names, nothing packed. */
const StoredLedgerEntry = z.looseObject({
  pk: z.string(),
  sk: z.string().startsWith(ledgerPrefix),
  /** The entry as JSON, without its source. */
  entry: z.string(),
  /** A message id or an IP address, sealed. */
  source: z.instanceof(Uint8Array).optional(),
});

export const packLedgerEntry = (keys: AddressKeys, pk: string, { source, ...entry }: LedgerEntry): Item =>
  toItem({
    pk,
    sk: `${ledgerPrefix}${entry.at}#${entry.id}`,
    entry: JSON.stringify(entry),
    source: source === undefined ? undefined : seal(keys, pk, source),
  });

/** @throws when the line is not a ledger entry or its source does not open. */
export const readLedgerEntry = (keys: AddressKeys, item: Item): LedgerEntry => {
  const { pk, entry, source } = StoredLedgerEntry.parse(fromItem(item));
  return LedgerEntry.parse({
    ...(JSON.parse(entry) as Record<string, unknown>),
    ...(source !== undefined && { source: unseal(keys, pk, source) }),
  });
};
