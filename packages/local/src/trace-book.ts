import * as z from 'zod';
import { Instant } from '@breathing-room/core/domain/instant';

/** Why something was done, at a moment of the local clock. Local only: deployed code never keeps these. */
export const Trace = z.object({
  at: Instant,
  /** The provider's id of the text it decided about; absent for what the clock set off. */
  about: z.string().optional(),
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
    /** Says which text the newest trace is about; undefined when nothing was decided since the text came. */
    attach(subscriberId: string, messageId: string, since: Instant): Trace | undefined {
      const traces = byPerson.get(subscriberId) ?? [];
      const last = traces.at(-1);
      if (last === undefined || last.at < since || (last.about !== undefined && last.about !== messageId)) return undefined;
      const attached = { ...last, about: messageId };
      byPerson.set(subscriberId, [...traces.slice(0, -1), attached]);
      return attached;
    },
    of: (subscriberId: string): Trace[] => byPerson.get(subscriberId) ?? [],
    dump: () => Object.fromEntries(byPerson),
  };
}
