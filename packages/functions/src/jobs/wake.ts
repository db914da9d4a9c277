import * as z from 'zod';
import { addUp } from '@breathing-room/core/actions/add-up';
import { wakeAll, wakeDue } from '@breathing-room/core/actions/wake-due';
import { plusSeconds } from '@breathing-room/core/domain/instant';
import type { Counts } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';
import { describeFault, logToConsole } from '../log-line.ts';
import { runtime } from '../runtime.ts';
import { recordRun } from './record-run.ts';

/** A queue's event, or anything else for everything that is due now. */
interface WakeEvent {
  Records?: { messageId: string; body: string }[];
}

/** Shards that failed; only these come back. @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

const Message = z.object({ shard: z.int().min(0) });

/** Does what is due in the queued shards; asked by hand, in all of them. */
export const handler = async ({ Records: records }: WakeEvent = {}): Promise<BatchResponse | Counts> => {
  const { services } = await runtime();
  return records === undefined ? recordRun(services, 'wake', await wakeAll(services)) : wakeQueued(services, records);
};

/** The function has 60 s; a note begun at the last moment may take 20 of them: 10 at the provider, the rest for two writes. */
const beginsForSeconds = 40;

/**
 * Shards side by side; one that fails stops no other. Whoever time did not suffice for stays due, so the
 * next minute's tick queues the shard again. Queued by us as well it would gain a message a minute, and
 * workers would race each other for the same people; handed back as failed it would end as a dead letter.
 */
export async function wakeQueued(services: Services, records: NonNullable<WakeEvent['Records']>): Promise<BatchResponse> {
  const until = plusSeconds(services.clock.now(), beginsForSeconds);
  const counts: Counts = {};
  const failed: string[] = [];
  const wakeOne = async ({ messageId, body }: { messageId: string; body: string }): Promise<void> => {
    try {
      const { shard } = Message.parse(JSON.parse(body));
      addUp(counts, await wakeDue(services, { shard, until }));
    } catch (error) {
      logToConsole({ level: 'error', event: 'shard_failed', alarm: true, fault: describeFault(error) });
      failed.push(messageId);
    }
  };
  await Promise.all(records.map(wakeOne));
  await recordRun(services, 'wake', counts);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
