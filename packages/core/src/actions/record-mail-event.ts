import type { MailEvent } from '../domain/mail-event.ts';
import { settleMailEvent } from '../domain/settle-mail.ts';
import type { Settled } from '../domain/settle-post.ts';
import type { Services } from '../services.ts';
import { revokeLinked } from './revoke-linked.ts';
import { saveChange } from './save-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'meter' | 'trace'>;

/** Takes in one delivery event; repeats and strangers change nothing (E7). */
export async function recordMailEvent(services: Needs, event: MailEvent): Promise<void> {
  const { store, clock, guide, meter, trace } = services;
  let settled: Settled | undefined;
  const person = await saveChange(
    services,
    () => store.find({ channel: 'email', value: event.to }),
    (found) => {
      settled = settleMailEvent(found, event, guide, clock.now());
      return settled;
    },
  );
  // Every event counts: complaint and bounce rates alarm whether or not the record changed (N2).
  meter.add({ [`mail.${event.kind}`]: 1, ...(settled?.alert !== undefined && { [`alert.${settled.alert}`]: 1 }) });
  if (person === undefined || settled === undefined) return;
  trace?.(person.id, [settled.reason]);
  if (settled.revokes) await revokeLinked(services, person);
}
