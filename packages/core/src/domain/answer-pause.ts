import { held, isGrave, withoutHold, withoutOffer, withoutWaitingNote } from './change-person.ts';
import { type Instant, plusDays } from './instant.ts';
import { planNext } from './plan-note.ts';
import { sayWhen } from './say-when.ts';
import { textRef } from './text-ref.ts';
import type { Answer, Turn } from './turn.ts';

/** Longer pauses rest until RESUME. */
const mostPauseDays = 90;

/** PAUSE n rests n days; bare PAUSE, or any PAUSE under SAFE, until RESUME. */
export function answerPause({ person, now }: Turn, days: number | undefined): Answer {
  if (person.enrolment === undefined && person.hold === undefined) return plain(person, 'pause.nothing', 'There are no notes to rest.');
  const isOpen = days === undefined || days < 1 || days > mostPauseDays || person.flags.safe !== undefined;
  const rested = held(person, 'pause', now, isOpen ? undefined : plusDays(now, days));
  const isTimed = !isOpen && rested.hold?.reason === 'pause';
  return {
    person: rested,
    reply: [isTimed ? textRef('pause.days', { days: String(days) }) : textRef('pause.open')],
    fact: 'notes_held',
    reason: { rule: 'pause', because: isTimed ? `Notes rest ${days} days.` : 'Notes rest until RESUME.' },
  };
}

/** RESUME goes on at once after a pause; after danger it asks the safety line anew (X5). */
export function answerResume(turn: Turn): Answer {
  const { person, guide, now } = turn;
  if (person.hold === undefined) return plain(person, 'resume.nothing', 'Nothing rests.');
  if (isGrave(person.hold.reason)) return askGate(turn);
  const resumed = planNext(withoutHold(person), guide.content, now);
  if (resumed.enrolment === undefined) return plain(resumed, 'resume.nothing', 'No notes were coming.');
  const enrolment = { ...resumed.enrolment, missed: 0 };
  return {
    person: { ...resumed, enrolment },
    reply: [textRef('resume.done', { when: sayWhen(resumed, now) })],
    fact: 'notes_resumed',
    reason: { rule: 'resume', because: 'The rest is over; the next note is planned by the pace.' },
  };
}

/** A GO answers the last question, so a sign-up shown before it is withdrawn. */
const askGate = ({ person, now }: Turn): Answer => ({
  person: { ...withoutOffer(person), gateAskedAt: now },
  reply: [textRef('resume.gate')],
  fact: 'text_answered',
  reason: { rule: 'resume.gate', because: 'Notes rested because of danger, so the safety line comes first.' },
});

/** LATER moves the next note by one day. */
export function answerLater({ person, guide, now }: Turn): Answer {
  const dueAt = person.enrolment?.dueAt;
  if (dueAt === undefined || person.hold !== undefined) return plain(person, 'pace.nothing', 'No note is planned.');
  const later = planNext(withoutWaitingNote(person), guide.content, now, plusDays(laterOf(dueAt, now), 1));
  return {
    person: later,
    reply: [textRef('later.done', { when: sayWhen(later, now) })],
    fact: 'pace_changed',
    reason: { rule: 'later', because: 'The next note moves by one day.' },
  };
}

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const plain = (person: Turn['person'], text: string, because: string): Answer => ({
  person,
  reply: [textRef(text)],
  fact: 'text_answered',
  reason: { rule: text, because },
});
