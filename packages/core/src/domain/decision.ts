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

/** The person asked us to end, now or, where the same message came again, before. */
export const isOptOut = ({ subscriber, ledger, reasons }: Pick<Decision, 'subscriber' | 'ledger' | 'reasons'>): boolean =>
  ledger.some(({ kind }) => kind === 'withdrawn') || (subscriber.consent === 'withdrawn' && reasons[0]?.rule === 'repeat');

/** What a decider answers: the person after, what is said at once, and why. */
export interface Decision {
  subscriber: Subscriber;
  /** Said in the direct answer, in this order; empty is silence. */
  reply: TextRef[];
  ledger: LedgerDraft[];
  reasons: Reason[];
  /** A mailbox to link with this phone, once its owner agrees. Never stored. */
  linkTo?: string;
}
