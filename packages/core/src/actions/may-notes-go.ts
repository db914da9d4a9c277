import { plusMinutes } from '../domain/instant.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { addUp } from './add-up.ts';
import { breakerOf } from './breaker.ts';
import { replayMark, replayMissed } from './replay-missed.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'guide' | 'trace'>;

export const killSwitch = 'stop-notes';
/** The hourly job keeps the mark younger than this; older means we were down and may have missed a STOP. */
const replayWithinMinutes = 90;

export type MayGo = (person: Subscriber) => Promise<boolean>;

/**
 * Whether a person's scheduled note may leave in this run: the kill switch is off (N5), the breaker of
 * their channel is closed (S5), and opt-outs missed in an outage were taken in first (W12). Each is asked
 * once a run, when the first note needs it. Never consulted for answers.
 */
export function mayNotesGo(services: Needs, counts: Counts): MayGo {
  const answers = new Map<string, Promise<boolean>>();
  const once = (name: string, ask: () => Promise<boolean>): Promise<boolean> => {
    const answer = answers.get(name) ?? ask();
    answers.set(name, answer);
    return answer;
  };
  const isOff = (name: string) => once(name, () => isSwitchOff(services, name, counts));
  return async (person) =>
    (await isOff(killSwitch)) &&
    (await isOff(breakerOf(person.address.channel))) &&
    (!isReachedByTexts(person) || once(replayMark, () => areTextsTakenIn(services, counts)));
}

/** A STOP sent by text counts for this person: it is their phone, or their mailbox is linked with one (O13). */
const isReachedByTexts = ({ address, linkedId }: Subscriber): boolean => address.channel === 'sms' || linkedId !== undefined;

async function isSwitchOff({ store }: Needs, name: string, counts: Counts): Promise<boolean> {
  if ((await store.readSwitch(name))?.on !== true) return true;
  addUp(counts, { [`stopped.${name}`]: 1 });
  return false;
}

/** Whoever was read before a STOP was taken in is not sent to either: their claim meets a newer record. */
async function areTextsTakenIn(services: Needs, counts: Counts): Promise<boolean> {
  const mark = await services.store.readMark(replayMark);
  if (mark !== undefined && plusMinutes(mark, replayWithinMinutes) > services.clock.now()) return true;
  try {
    const { replayed, failed } = await replayMissed(services);
    addUp(counts, { 'inbound.replayed': replayed, ...(failed > 0 && { 'inbound.not-replayed': failed }) });
    return true;
  } catch {
    addUp(counts, { 'stopped.inbound-unread': 1 });
    return false;
  }
}
