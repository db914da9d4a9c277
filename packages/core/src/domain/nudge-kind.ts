import type { LedgerDraft, Reason } from './decision.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';

/** What is to be done about a person now. `save`: write and, if still due, decide again. */
export type Nudge = { subscriber: Subscriber; reasons: Reason[] } & (
  | { kind: 'nothing' }
  | { kind: 'save'; ledger: LedgerDraft[] }
  | { kind: 'send'; text: TextRef; validitySeconds: number }
  | { kind: 'look_up' }
  | { kind: 'give_up' }
  /** FORGET ME: delete the provider's records, then the address. */
  | { kind: 'purge' }
);
