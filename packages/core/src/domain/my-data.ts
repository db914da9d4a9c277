import type { LedgerEntry } from './ledger-entry.ts';
import type { Subscriber } from './subscriber.ts';

/** What MY DATA shows: neutral categories, or everything once the PIN was right (P1). */
export type MyData =
  | { kind: 'categories'; categories: DataCategory[]; canExport: boolean; pin?: 'wrong' | 'too_many_tries' }
  | { kind: 'full'; record: Omit<Subscriber, 'carried' | 'pinKey' | 'version'>; ledger: LedgerEntry[] };

/** Closed words; the page says them in plain language. */
export type DataCategory = 'address' | 'settings' | 'schedule' | 'last_answers' | 'consent_record';
