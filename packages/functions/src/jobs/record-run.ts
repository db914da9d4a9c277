import type { Counts } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';

/** Adds what one run did to the day's totals and to the metrics; a run that did nothing costs nothing. */
export async function recordRun({ store, meter, clock }: Services, job: string, counts: Counts): Promise<Counts> {
  const done = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  if (Object.keys(done).length === 0) return done;
  meter.add(Object.fromEntries(Object.entries(done).map(([name, count]) => [`${job}.${name}`, count])));
  await store.addCounts(job, clock.now().slice(0, 10), done);
  return done;
}
