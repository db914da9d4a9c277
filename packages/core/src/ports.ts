import type { Address, PhoneNumber } from './domain/address.ts';
import type { Guide } from './domain/guide.ts';
import type { Instant } from './domain/instant.ts';
import type { LedgerEntry } from './domain/ledger-entry.ts';
import type { SendOutcome } from './domain/send-outcome.ts';
import type { Subscriber } from './domain/subscriber.ts';
import type { TextRef } from './domain/text-ref.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** Ten base-36 characters, unique. */
  next(): string;
}

/** Named counts of one job run or one inbound class; summed per day, never with a text or an address. */
export type Counts = Record<string, number>;

/** Counts for the operator, per inbound class and job (EMF lines when deployed). */
export interface Meter {
  add(counts: Counts): void;
}

/** `stale`: somebody else wrote first; load again and decide again. */
export type SaveOutcome = 'saved' | 'stale';

export interface Store {
  /** One consistent read; a new subscriber (version 0, not written) when there is none. */
  find(address: Address): Promise<Subscriber>;
  /** The same by keyed hash; undefined when there is none. */
  findById(id: string): Promise<Subscriber | undefined>;
  /** Consistent reads in one round trip per 100; unknown ids are left out. */
  findMany(ids: readonly string[]): Promise<Subscriber[]>;
  /**
   * Writes version + 1 on condition that `version` is still the one read. Ledger lines, if any, go in the same
   * transaction. An ambiguous write is read back: ours if version and writer id match.
   */
  save(after: Subscriber, ledger?: readonly LedgerEntry[]): Promise<SaveOutcome>;
  /** Who is due at `now` in one shard, oldest first, at most `limit`, from behind `after` on. */
  due(shard: number, now: Instant, limit: number, after?: DueEntry): Promise<DueEntry[]>;
  /** Number of wake shards in use. */
  shardCount(): number;
  /** The next moment anything is due in any shard; for the local clock and the oldest-due alarm. */
  nextDue(): Promise<Instant | undefined>;
  ledgerOf(id: string): Promise<LedgerEntry[]>;
  /** Leaves the suppression and the ledger's proof, removes the rest (P2). */
  erase(after: Subscriber, ledger: readonly LedgerEntry[]): Promise<SaveOutcome>;
  /** Adds the counts of one run to the day's totals: one update. */
  addCounts(job: string, day: string, counts: Counts): Promise<void>;
  countsOf(day: string): Promise<Record<string, Counts>>;
  /**
   * Takes `amount` from the budget `name` of `window`; how much was granted (0 to amount). S7.
   * A negative amount gives back what was taken and not used; the answer is what came back, zero or less.
   */
  reserve(name: string, window: string, amount: number, limit: number): Promise<number>;
  /** Operator's switches: `stop-notes` (kill switch), `breaker-sms`, `breaker-email`; undefined when never set. */
  readSwitch(name: string): Promise<{ on: boolean; why: string; at: Instant } | undefined>;
  writeSwitch(name: string, value: { on: boolean; why: string; at: Instant }): Promise<void>;
  /** A message whose fate stayed unknown for 24 h, for a human to look at. */
  listForOperator(entry: OperatorEntry): Promise<void>;
  operatorList(): Promise<OperatorEntry[]>;
  /** Where the hourly replay of missed inbound messages has got to (W12). */
  readMark(name: string): Promise<Instant | undefined>;
  writeMark(name: string, at: Instant): Promise<void>;
}

export interface DueEntry {
  id: string;
  wakeAt: Instant;
}

export interface OperatorEntry {
  at: Instant;
  subscriberId: string;
  messageId: string;
  why: string;
}

export interface OutgoingText {
  to: PhoneNumber;
  body: string;
  /** Ours; comes back in the status callback. */
  messageId: string;
  /** S6: 120 to 14,400. */
  validitySeconds: number;
}

export interface TextProvider {
  /** One POST, aborted after 10 s. Never throws for an answer of the provider. */
  send(text: OutgoingText): Promise<SendOutcome>;
  /**
   * Outbound messages to `to` created at or after `since` less 60 s, newest first; the caller compares
   * bodies by hash, since the content may have changed meanwhile. Throws when the list cannot be read.
   */
  listSent(to: PhoneNumber, since: Instant): Promise<{ providerId: string; status: string; body: string }[]>;
  /** Inbound messages created at or after `since`, oldest first (W12). */
  listInbound(since: Instant): Promise<{ providerId: string; from: string; body: string; at: Instant }[]>;
  /** Deletes the provider's records of messages to and from this number (P2); how many. */
  deleteMessagesOf(number: PhoneNumber): Promise<number>;
}

/** One mail, ready to go. */
export interface OutgoingMail {
  to: string;
  /** Ours; travels as a message tag and comes back in delivery events. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** Extra headers; names and values are already free of line breaks (E8). */
  headers: Record<string, string>;
}

export interface MailProvider {
  /** One call. Never throws for an answer of the provider. There is no look-up: `unknown` is resolved by events only. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
}

export interface MailToCompose {
  /** A note, or every text of one answer in order. */
  text: TextRef | readonly TextRef[];
  person: Subscriber;
  guide: Guide;
  links: Links;
  now: Instant;
}

export type ComposedMail = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'headers'>;

/** Words, page and headers of one mail (E1); the same input gives the same mail. May be loaded at its first use. */
export type ComposeMail = (mail: MailToCompose) => ComposedMail | Promise<ComposedMail>;

/** PINs are kept as keyed hashes only, so whoever reads the table cannot try all of them (P1). */
export interface Pins {
  keyOf(subscriberId: string, pin: string): string;
}

/** What a signed link is for. A scheduled note carries `unsubscribe` and `check_in` only (E3). */
export type LinkPurpose = 'confirm' | 'preferences' | 'unsubscribe' | 'check_in' | 'data' | 'forget';

export interface Links {
  /** The address of a page for this person; the token in it has at most 48 characters. */
  urlFor(purpose: LinkPurpose, subscriberId: string, at: Instant): string;
  /** Who a token speaks for; undefined when it is forged, for another purpose, or older than `maxAgeHours`. */
  read(token: string, purpose: LinkPurpose, now: Instant, maxAgeHours?: number): { subscriberId: string; at: Instant } | undefined;
}
