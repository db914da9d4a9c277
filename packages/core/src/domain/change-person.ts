import { locksOf } from './flags.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusMinutes } from './instant.ts';
import { type Hold, type HoldReason, newSubscriber, type Subscriber } from './subscriber.ts';

export function withoutOffer({ offer: _, ...person }: Subscriber): Subscriber {
  return person;
}

export function withoutHold({ hold: _, ...person }: Subscriber): Subscriber {
  return person;
}

export function withoutEnrolment({ enrolment: _, ...person }: Subscriber): Subscriber {
  return withoutHold(person);
}

export function withoutGate({ gateAskedAt: _, ...person }: Subscriber): Subscriber {
  return person;
}

/** A note not yet handed to the provider is dropped (O10); one under way is left to be settled. */
export function withoutWaitingNote({ owed, ...person }: Subscriber): Subscriber {
  return owed === undefined || owed.state === 'waiting' ? person : { ...person, owed };
}

/** Opted out: no offer, no programme, no hold, nothing waiting. */
export const suppressed = (person: Subscriber, now: Instant): Subscriber => ({
  ...withoutWaitingNote(withoutGate(withoutEnrolment(withoutOffer(person)))),
  consent: 'withdrawn',
  consentAt: now,
});

/** Minutes until the provider's records go, so that our last answer is among them. */
const purgeAfterMinutes = 10;

/** Everything goes at once but the suppression; the address itself and its link go with the provider's records (P2). */
export const forgotten = (person: Subscriber, now: Instant): Subscriber => ({
  ...newSubscriber(person.id, person.address, person.region),
  version: person.version,
  language: person.language,
  consent: 'withdrawn',
  consentAt: now,
  purgeAt: plusMinutes(now, purgeAfterMinutes),
  ...(person.today !== undefined && { today: person.today }),
  ...(person.linkedId !== undefined && { linkedId: person.linkedId }),
});

/** A hold for danger ends by RESUME and a fresh answer to the safety line only (X5). */
export const isGrave = (reason: HoldReason | undefined): boolean => reason === 'crisis' || reason === 'quiet';

/** Holds notes. A hold for danger is never replaced by a lighter one, and ours never shorten a rest. */
export function held(person: Subscriber, reason: HoldReason, now: Instant, until?: Instant): Subscriber {
  if (isGrave(person.hold?.reason) && !isGrave(reason)) return person;
  if ((reason === 'lows' || reason === 'missed') && restsLonger(person.hold, until)) return person;
  return { ...withoutWaitingNote(person), hold: { reason, since: now, ...(until !== undefined && { until }) } };
}

const restsLonger = (hold: Hold | undefined, until: Instant | undefined): boolean =>
  hold !== undefined && (hold.until === undefined || (until !== undefined && hold.until >= until));

/** Ends a programme that the person's flags close (O8). */
export function withoutLockedEnrolment(person: Subscriber, { content }: Guide): Subscriber {
  const programme = person.enrolment && content.programmes[person.enrolment.programme];
  const isClosed = programme?.closedBy.some((lock) => locksOf(person).includes(lock)) ?? false;
  return isClosed ? withoutWaitingNote(withoutEnrolment(person)) : person;
}
