import { addUp } from '@breathing-room/core/actions/add-up';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { type Instant, latest, plusMinutes, plusSeconds } from '@breathing-room/core/domain/instant';
import type { Counts } from '@breathing-room/core/ports';
import type { LocalService } from './local-service.ts';

type Needs = Pick<LocalService, 'services' | 'standIn' | 'mail' | 'clock'>;

/** Stops at each due moment in order and runs what is due; answers after everything until `to` has run. */
export async function advanceTo(local: Needs, to: Instant): Promise<Counts> {
  const { services, clock } = local;
  const counts: Counts = await runDue(local);
  for (let due = await services.store.nextDue(); due !== undefined && due <= to; due = await services.store.nextDue()) {
    // Whoever is still due waits for a lease or a time-out: the next look is a minute later, as deployed.
    const moment = due > clock.now() ? due : plusMinutes(clock.now(), 1);
    if (moment > to) break;
    clock.moveTo(moment);
    addUp(counts, await runDue(local));
  }
  clock.moveTo(to);
  return counts;
}

/** On to the next moment anything happens; where nothing is due the clock stays. */
export async function advanceToNext(local: Needs): Promise<Counts> {
  const due = await local.services.store.nextDue();
  if (due === undefined) return {};
  return advanceTo(local, latest(due, plusSeconds(local.clock.now(), 1)));
}

/** Everything due at this moment of the clock, and what the carrier and the mail service report about it. */
export async function runDue({ services, standIn, mail }: Needs): Promise<Counts> {
  const counts = await wakeAll(services);
  await standIn.deliveries.settled();
  await mail.settled();
  return counts;
}
