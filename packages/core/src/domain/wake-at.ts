import { type Instant, earliest, plusHours } from './instant.ts';
import { giveUpAfterHours } from './owed-lease.ts';
import type { Subscriber } from './subscriber.ts';

/** A sign-up nobody confirmed lapses after this. */
export const offerHours = 72;
/** "Should the texts end?": no answer for this long is a yes (O5). */
export const questionHours = 72;

/** The next moment anything must happen to this person; undefined when nothing is due. */
export function wakeAtOf(person: Subscriber): Instant | undefined {
  return earliest(owedAt(person), offerLapsesAt(person), plannedAt(person), person.purgeAt);
}

/** Keeps `wakeAt` in step; every decider ends with it. */
export function withWakeAt(person: Subscriber): Subscriber {
  const { wakeAt: _, ...rest } = person;
  const wakeAt = wakeAtOf(person);
  return wakeAt === undefined ? rest : { ...rest, wakeAt };
}

/** A safety line or a sign-up was shown within 72 h and waits for GO; a no speaks to it. */
export const isGateOpen = ({ offer, gateAskedAt }: Subscriber, now: Instant): boolean =>
  [offer?.askedAt, gateAskedAt].some((at) => at !== undefined && plusHours(at, offerHours) > now);

export const offerLapsesAt = (person: Subscriber): Instant | undefined => person.offer && plusHours(person.offer.askedAt, offerHours);

/** A claimed note keeps its due moment until it is settled, so "oldest due" stays true and the index still. */
function owedAt({ address, owed, wakeAt }: Subscriber): Instant | undefined {
  if (owed === undefined || owed.state === 'sent') return undefined;
  if (owed.state === 'unknown' && address.channel === 'email') return plusHours(owed.since, giveUpAfterHours); // Mail has no look-up.
  return owed.state === 'waiting' ? owed.notBefore : earliest(owed.since, wakeAt);
}

function plannedAt({ hold, enrolment, consent, owed }: Subscriber): Instant | undefined {
  if (owed?.state === 'waiting') return undefined; // Nothing new begins before it was tried again.
  if (owed !== undefined && owed.state !== 'sent' && !owed.counted) return undefined; // It stands for the planned note.
  if (hold?.reason === 'question') return plusHours(hold.since, questionHours);
  if (consent === 'withdrawn' || enrolment === undefined) return undefined;
  return hold === undefined ? enrolment.dueAt : hold.until;
}
