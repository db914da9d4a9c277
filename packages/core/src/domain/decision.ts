import type { LedgerEntry } from './ledger-entry.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';

/** Why something was done or left undone. For the local trace; only `rule` may be stored. */
export interface Reason {
  rule: string;
  because: string;
}

/** A ledger line before it has an id; `shown` is hashed, not stored. */
export type LedgerDraft = Omit<LedgerEntry, 'id' | 'wording'> & {
  wording?: { id: string; version: string; shown: string };
};

/** What a decider answers: the person after, what is said at once, and why. */
export interface Decision {
  subscriber: Subscriber;
  /** Said in the direct answer, in this order; empty is silence. */
  reply: TextRef[];
  ledger: LedgerDraft[];
  reasons: Reason[];
}
