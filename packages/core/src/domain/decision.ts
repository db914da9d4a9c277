import type { LedgerEntry } from './ledger-entry.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';

/** Why something was done or left undone. For the local trace; only `rule` may be stored. */
export interface Reason {
  rule: string;
  because: string;
}

/** What a decider answers: the person after, what is said at once, and why. */
export interface Decision {
  subscriber: Subscriber;
  /** Said in the direct answer, in this order; empty is silence. */
  reply: TextRef[];
  ledger: Omit<LedgerEntry, 'id'>[];
  reasons: Reason[];
  /** Erase everything but the suppression and the proof (P2). */
  erase?: true;
}
