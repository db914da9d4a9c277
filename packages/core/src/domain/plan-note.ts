import { candidateZones } from './candidate-zones.ts';
import type { Content, Note } from './content.ts';
import type { Instant } from './instant.ts';
import { nextNoteAt } from './schedule.ts';
import type { Enrolment, Subscriber } from './subscriber.ts';

/** The rule of allowed hours for this person: zones that must all allow, and their own hour. */
export const hoursRuleOf = (person: Subscriber): { zones: readonly string[]; hour: number | undefined } => ({
  zones: candidateZones(person.address, person.zone),
  hour: person.hour,
});

/** The note the enrolment has reached; undefined once only the closing note is left. */
export const reachedNote = (enrolment: Enrolment, content: Content): Note | undefined =>
  content.programmes[enrolment.programme]?.notes[enrolment.nextNote - 1];

/**
 * Plans the next note from the pace. Absent `dueAt` = no zone is known, so nothing may go (Q2).
 * `notBefore` is a lower bound; nothing else shortens or stretches the pace.
 */
export function planNext(person: Subscriber, content: Content, now: Instant, notBefore?: Instant): Subscriber {
  const { enrolment } = person;
  if (enrolment === undefined) return person;
  const { dueAt: _, ...rest } = enrolment;
  const dueAt = nextNoteAt({ ...planOf(person, enrolment, content), ...(notBefore !== undefined && { notBefore }) }, now);
  return { ...person, enrolment: { ...rest, ...(dueAt !== undefined && { dueAt }) } };
}

/** The same, but never earlier than what was planned: nothing automatic shortens a gap. */
export function planNoSooner(person: Subscriber, content: Content, now: Instant): Subscriber {
  return planNext(person, content, now, person.enrolment?.dueAt);
}

function planOf(person: Subscriber, enrolment: Enrolment, content: Content) {
  const minDays = reachedNote(enrolment, content)?.minDaysAfterPrevious;
  const { startedAt, gapHours, programme, nextNote } = enrolment;
  const { lastNoteAt } = person;
  return {
    ...hoursRuleOf(person),
    pace: person.pace,
    startedAt,
    ...(lastNoteAt !== undefined && { lastNoteAt }),
    ...(gapHours !== undefined && { gapHours }),
    ...(minDays !== undefined && { minDaysAfterPrevious: minDays }),
    seed: `${person.id}:${programme}.n${nextNote}`,
  };
}
