import type { Guide } from './domain/guide.ts';
import type { Reason } from './domain/decision.ts';
import type { Clock, ComposeMail, Ids, Links, MailProvider, Meter, Pins, Store, TextProvider } from './ports.ts';

/** Everything an action may ask for; each takes `Pick<Services, …>` of it. */
export interface Services {
  store: Store;
  clock: Clock;
  ids: Ids;
  texts: TextProvider;
  mails: MailProvider;
  links: Links;
  composeMail: ComposeMail;
  pins: Pins;
  guide: Guide;
  meter: Meter;
  limits: Limits;
  /** Hears why each choice was made; local tools only. Absent when deployed. */
  trace?: (subscriberId: string, reasons: readonly Reason[]) => void;
}

export interface Limits {
  /** Scheduled notes a UTC day for the whole service (N4, S7). */
  notesPerDay: number;
  /** People worked on at once in one shard. */
  parallel: number;
}
