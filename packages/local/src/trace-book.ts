import * as z from 'zod';
import { Instant } from '@breathing-room/core/domain/instant';

/** Why something was done, at a moment of the local clock. Local only: deployed code never keeps these. */
export const Trace = z.object({
  at: Instant,
  reasons: z.array(z.object({ rule: z.string(), because: z.string() })),
});
export type Trace = z.infer<typeof Trace>;

export const TraceBook = z.record(z.string(), z.array(Trace));

/** Traces kept for one person; older ones give way. */
const mostTraces = 400;

/** Remembers the reasons behind each decision, by person. */
export function traceBook(start: z.infer<typeof TraceBook> = {}) {
  const byPerson = new Map(Object.entries(start));
  return {
    add(subscriberId: string, trace: Trace): void {
      byPerson.set(subscriberId, [...(byPerson.get(subscriberId) ?? []), trace].slice(-mostTraces));
    },
    of: (subscriberId: string): Trace[] => byPerson.get(subscriberId) ?? [],
    dump: () => Object.fromEntries(byPerson),
  };
}
