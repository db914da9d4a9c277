import { held, withoutEnrolment, withoutHold } from './change-person.ts';
import { weighSilence } from './check-in.ts';
import type { Content } from './content.ts';
import type { Instant } from './instant.ts';
import type { OwedMessage } from './owed-message.ts';
import { planNext, reachedNote } from './plan-note.ts';
import { remember } from './remember.ts';
import type { Subscriber } from './subscriber.ts';
import { withWakeAt } from './wake-at.ts';

/** The provider took the message: the programme moves on by one note and the next is planned. */
export function settleSent(person: Subscriber, providerId: string | undefined, content: Content, now: Instant): Subscriber {
  const { notBefore: _, absentAt: __, ...rest } = person.owed!;
  const owed: OwedMessage = { ...rest, state: 'sent', counted: true, ...(providerId !== undefined && { providerId }) };
  const moved = person.owed!.counted ? person : movedOn({ ...person, lastNoteAt: rest.claimedAt }, rest.text.id, content, now);
  return withWakeAt(remember({ ...moved, owed }, { kind: 'note_sent', at: now, about: rest.text.id }));
}

/** The programme moves past a note that will not be sent: filtered, expired, or of unknown fate for a day. */
export function settleGivenUp(
  person: Subscriber,
  kind: 'note_rejected' | 'note_unknown' | 'note_failed',
  content: Content,
  now: Instant,
): Subscriber {
  const { owed, ...rest } = person;
  if (owed === undefined) return person;
  // It counts as the day's note: some of it may have gone, and one a day is a promise.
  const moved = owed.counted ? rest : movedOn({ ...rest, lastNoteAt: owed.since }, owed.text.id, content, now);
  return withWakeAt(remember(moved, { kind, at: now, about: owed.text.id }));
}

/** The POST's fate is not known; the lease decides when somebody asks. */
export const settleUnknown = (person: Subscriber, now: Instant): Subscriber =>
  withWakeAt(remember({ ...person, owed: { ...person.owed!, state: 'unknown' } }, { kind: 'note_unknown', at: now }));

/** A look-up found nothing: it is asked again in two minutes before anything is sent. */
export const settleAbsent = (person: Subscriber, now: Instant): Subscriber =>
  withWakeAt({ ...person, owed: { ...person.owed!, state: 'unknown', absentAt: now } });

/** Surely not sent, and it may not go now: forget the claim and plan the note again. */
export function settleDropped(person: Subscriber, content: Content, now: Instant): Subscriber {
  const { owed: _, ...rest } = person;
  return withWakeAt(person.owed?.counted === true ? rest : planNext(rest, content, now));
}

/** Not taken, may be tried again after `minutes`. */
export function settleWaiting(person: Subscriber, notBefore: Instant): Subscriber {
  const { absentAt: _, providerId: __, ...owed } = person.owed!;
  return withWakeAt({ ...person, owed: { ...owed, state: 'waiting', notBefore } });
}

/**
 * What the text that went changes. While it was under way the person may have told us of danger, asked
 * for rest or joined another programme: that stands, and the text ends or begins nothing any more.
 */
function movedOn(person: Subscriber, textId: string, content: Content, now: Instant): Subscriber {
  const { enrolment, hold } = person;
  switch (textId) {
    case 'note.come-back':
      return planNext(hold?.reason === 'lows' ? withoutHold(person) : person, content, now);
    case 'note.rest':
      return enrolment !== undefined && weighSilence(enrolment.missed) === 'rest'
        ? held(person, 'missed', now)
        : planNext(person, content, now);
    case 'note.closing':
      return enrolment !== undefined && reachedNote(enrolment, content) === undefined
        ? remember(withoutEnrolment(person), { kind: 'programme_ended', at: now })
        : planNext(person, content, now);
    default:
      return planNext(afterNote(person, textId, content, now), content, now);
  }
}

function afterNote(person: Subscriber, textId: string, content: Content, now: Instant): Subscriber {
  const { enrolment } = person;
  const isReached = enrolment !== undefined && textId.replace('.soft', '') === `${enrolment.programme}.n${enrolment.nextNote}`;
  if (!isReached) return person; // They joined another programme while this note was under way.
  const asks = reachedNote(enrolment, content)?.checkIn !== undefined;
  const checkIn = { note: enrolment.nextNote, askedAt: now, answered: false, askedAgain: false };
  const moved = { ...enrolment, nextNote: enrolment.nextNote + 1, softNotes: Math.max(0, enrolment.softNotes - 1) };
  return { ...person, enrolment: asks ? { ...moved, checkIn } : moved };
}
