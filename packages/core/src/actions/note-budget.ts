import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import type { MayGo } from './may-notes-go.ts';

/** What one page of work may still send today. */
export interface NoteBudget {
  /** Whether this person's note may leave now; counts it if so. */
  take(person: Subscriber): Promise<boolean>;
  /** Returns what was reserved and not used. */
  giveBack(): Promise<void>;
}

/** Takes the day's cap in one block a page, at the first note that may go, so a note itself needs no count (S7, N4). */
export function noteBudget(
  { store, clock, limits }: Pick<Services, 'store' | 'clock' | 'limits'>,
  block: number,
  mayGo: MayGo,
): NoteBudget {
  const day = clock.now().slice(0, 10);
  let reserved: Promise<number> | undefined;
  let used = 0;
  return {
    async take(person) {
      if (!(await mayGo(person))) return false;
      reserved ??= store.reserve('notes', day, block, limits.notesPerDay);
      return used < (await reserved) && used++ >= 0;
    },
    async giveBack() {
      const unused = (await (reserved ?? 0)) - used;
      if (unused > 0) await store.reserve('notes', day, -unused, limits.notesPerDay);
    },
  };
}
