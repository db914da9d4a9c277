import { secondsBetween } from '@breathing-room/core/domain/instant';
import type { Counts } from '@breathing-room/core/ports';
import { describeFault, logToConsole } from '../log-line.ts';
import type { ListedMailBucket } from '../mail-bucket.ts';
import { recordRun } from './record-run.ts';
import { takeInMail, type TakingIn } from './take-in-mail.ts';

const minute = 60;
/** A younger mail's own event is still on its way, or being tried again. */
const leftAfterSeconds = 15 * minute;
/** No mail is kept for a day (P4), and the bucket's own rule counts to the midnight after one. */
const givenUpAfterSeconds = 22 * 60 * minute;

/** Takes in the mails an earlier run failed on, so that no STOP written in an outage is lost; one that fails again stops no other. */
export async function takeInLeft(name: string, taking: TakingIn & { bucket: ListedMailBucket }): Promise<Counts> {
  const { services, bucket } = taking;
  const counts: Counts = {};
  for (const { key, storedAt } of await bucket.list(name)) {
    const age = secondsBetween(storedAt, services.clock.now());
    if (age < leftAfterSeconds) continue;
    const outcome = await takeInMail(name, key, taking).catch((error: unknown) => failedOne(error, age));
    if (outcome === 'expired') await bucket.remove(name, key);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return recordRun(services, 'inbound-mail', counts);
}

function failedOne(error: unknown, age: number): 'failed' | 'expired' {
  logToConsole({ level: 'error', event: 'mail_left', alarm: true, fault: describeFault(error) });
  return age > givenUpAfterSeconds ? 'expired' : 'failed';
}
