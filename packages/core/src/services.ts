import type { Guide } from './domain/guide.ts';
import type { Reason } from './domain/decision.ts';
import type { Clock, Ids, Store, TextProvider } from './ports.ts';

/** Everything an action may ask for; each takes `Pick<Services, …>` of it. */
export interface Services {
  store: Store;
  clock: Clock;
  ids: Ids;
  texts: TextProvider;
  guide: Guide;
  /** Hears why each choice was made; local tools only. Absent when deployed. */
  trace?: (subscriberId: string, reasons: readonly Reason[]) => void;
}
