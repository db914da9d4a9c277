import type { Counts } from '../ports.ts';

/** Adds the counts of one piece of work to a run's. */
export function addUp(total: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) total[name] = (total[name] ?? 0) + count;
}
