import type { Services } from '../services.ts';

/** What one page of work may still send today. */
export interface NoteBudget {
  take(): Promise<boolean>;
  /** Returns what was reserved and not used. */
  giveBack(): Promise<void>;
}

/** Takes the day's cap in one block a page, at the first note, so a note itself needs no count (S7, N4). */
export function noteBudget({ store, clock, limits }: Pick<Services, 'store' | 'clock' | 'limits'>, block: number): NoteBudget {
  const day = clock.now().slice(0, 10);
  let reserved: Promise<number> | undefined;
  let used = 0;
  return {
    async take() {
      if (block === 0) return false;
      reserved ??= store.reserve('notes', day, block, limits.notesPerDay);
      return used < (await reserved) && used++ >= 0;
    },
    async giveBack() {
      const unused = (await (reserved ?? 0)) - used;
      if (unused > 0) await store.reserve('notes', day, -unused, limits.notesPerDay);
    },
  };
}
