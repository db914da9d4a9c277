import type { HoldReason, Subscriber } from './subscriber.ts';
import type { Guide } from './guide.ts';
import { locksOf } from './flags.ts';
import type { TextRef } from './text-ref.ts';
import { findNote } from './text-words.ts';

/** The two lines that belong to a rest: one begins it, one ends it. */
const linesOfRests: Record<string, HoldReason | undefined> = { 'note.rest': 'missed', 'note.come-back': 'lows' };

/**
 * Whether a scheduled text chosen a while ago may still go. Between its first try and the next the person
 * may have said stop, asked for rest, told us of danger or joined something else (O9, X5, X15).
 */
export function isStillWanted(person: Subscriber, { id }: TextRef, { content }: Guide): boolean {
  const { consent, enrolment, hold } = person;
  if (consent !== 'given' || enrolment === undefined) return false;
  if (hold !== undefined && linesOfRests[id] !== hold.reason) return false;
  const note = findNote(id.replace('.soft', ''), content);
  if (note === undefined) return true;
  const programme = content.programmes[enrolment.programme];
  const isOfProgramme = programme?.notes.includes(note) ?? false;
  const isClosed = programme?.closedBy.some((lock) => locksOf(person).includes(lock)) ?? false;
  return isOfProgramme && !isClosed && (!note.outreach || id.endsWith('.soft') || !locksOf(person).includes('noContact'));
}
