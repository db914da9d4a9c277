import { plusMinutes } from '../domain/instant.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { addUp } from './add-up.ts';
import { replayMark, replayMissed } from './replay-missed.ts';
import { breakerName } from './settle.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'guide' | 'trace'>;

export const killSwitch = 'stop-notes';
/** The hourly job keeps the mark younger than this; older means we were down and may have missed a STOP. */
const replayWithinMinutes = 90;

/**
 * Whether scheduled notes may leave in this run: the kill switch is off (N5), the breaker is closed (S5),
 * and opt-outs missed in an outage were taken in first (W12). Never consulted for answers.
 */
export async function mayNotesGo(services: Needs, counts: Counts): Promise<boolean> {
  const { store, clock } = services;
  for (const name of [killSwitch, breakerName]) {
    if ((await store.readSwitch(name))?.on !== true) continue;
    addUp(counts, { [`stopped.${name}`]: 1 });
    return false;
  }
  const mark = await store.readMark(replayMark);
  if (mark !== undefined && plusMinutes(mark, replayWithinMinutes) > clock.now()) return true;
  return replayNow(services, counts);
}

async function replayNow(services: Needs, counts: Counts): Promise<boolean> {
  try {
    const { replayed, failed } = await replayMissed(services);
    addUp(counts, { 'inbound.replayed': replayed, ...(failed > 0 && { 'inbound.not-replayed': failed }) });
    return true;
  } catch {
    addUp(counts, { 'stopped.inbound-unread': 1 });
    return false;
  }
}
