import type { Reason, LedgerDraft } from './decision.ts';
import type { FactKind } from './fact.ts';
import type { Guide } from './guide.ts';
import type { InboundText } from './inbound-text.ts';
import type { Instant } from './instant.ts';
import type { Meaning, Sense } from './meaning.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';

/** One text from one person, read, waiting for its answer. */
export interface Turn {
  person: Subscriber;
  message: Pick<InboundText, 'messageId' | 'optOutType'>;
  meaning: Meaning;
  guide: Guide;
  now: Instant;
}

/** The same with the reading narrowed to one kind. */
export type TurnOf<Kind extends Sense['kind']> = Omit<Turn, 'meaning'> & {
  meaning: Extract<Meaning, { kind: Kind }>;
};

/** What an answerer gives back; the decider adds the bookkeeping. */
export interface Answer {
  person: Subscriber;
  reply: TextRef[];
  fact: FactKind;
  reason: Reason;
  ledger?: LedgerDraft[];
  /** A mailbox to link with this phone. Never stored. */
  linkTo?: string;
}

/** Silence, with nothing changed. */
export const silence = (turn: Turn, rule: string, because: string): Answer => ({
  person: turn.person,
  reply: [],
  fact: 'text_ignored',
  reason: { rule, because },
});

/** Years a line of proof is kept after the last event; set by the operator's counsel. */
export const retentionYears = 5;

/** A consent line for what the person just did. */
export function ledgerLine(turn: Turn, kind: LedgerDraft['kind'], method: LedgerDraft['method']): LedgerDraft {
  const { person, message, now } = turn;
  return {
    kind,
    method,
    at: now,
    channel: person.address.channel,
    language: person.language,
    source: message.messageId,
    retentionYears,
    ...(person.enrolment !== undefined && { programme: person.enrolment.programme }),
  };
}
