import { withoutEnrolment, withoutOffer, withoutWaitingNote } from './change-person.ts';
import { type Instant, plusHours, plusSeconds } from './instant.ts';
import { remember } from './remember.ts';
import { confirmHours } from './sign-up.ts';
import type { Subscriber } from './subscriber.ts';
import { withWakeAt } from './wake-at.ts';

/**
 * One side asked for the link; `here` is the side whose record this is. The newest wish stands. Its moment is in
 * the mailed link, so it must not be that of a sign-up.
 */
export function withLinkAsked(person: Subscriber, otherId: string, from: 'here' | 'there', now: Instant): Subscriber {
  const at = person.offer?.askedAt === now ? plusSeconds(now, 1) : now;
  return withWakeAt(remember({ ...person, linkAsked: { otherId, at, from } }, { kind: 'setting_changed', at: now, about: 'link' }));
}

/** What the mailbox's owner is told of the phone: enough to know their own by, too little to be a number. */
export const endOf = ({ address }: Subscriber): string => address.value.slice(-3);

/** This side itself asked to be linked with `otherId`, less than 48 h ago. */
export const askedForLink = ({ linkAsked }: Subscriber, otherId: string, now: Instant): boolean =>
  linkAsked?.otherId === otherId && linkAsked.from === 'here' && plusHours(linkAsked.at, confirmHours) > now;

/** A mailed link of this moment asks for the link, on behalf of the other side; a wish of this side's own needs no mail. */
export const isLinkOf = ({ linkAsked }: Subscriber, at: Instant): boolean => linkAsked?.from === 'there' && linkAsked.at === at;

/** Linked from now on; both sides agreed. A link with a third address ends. */
export function linkedWith({ linkAsked: _, ...person }: Subscriber, otherId: string, now: Instant): Subscriber {
  return withWakeAt(remember({ ...person, linkedId: otherId }, { kind: 'setting_changed', at: now, about: 'linked' }));
}

/** One programme on one channel: the one begun last is the one they chose. The other ends without a word. */
export function endsBeside(person: Subscriber, other: Subscriber): boolean {
  const [mine, theirs] = [person.enrolment?.startedAt, other.enrolment?.startedAt];
  return mine !== undefined && theirs !== undefined && mine < theirs;
}

/** Its notes come to the other address. Rest, flags and consent stay as they are. */
export const withoutNotes = (person: Subscriber): Subscriber => withWakeAt(withoutWaitingNote(withoutEnrolment(withoutOffer(person))));
