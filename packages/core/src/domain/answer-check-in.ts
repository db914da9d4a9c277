import { held, withoutWaitingNote } from './change-person.ts';
import { type CheckInOutcome, weighAnswer } from './check-in.ts';
import { locksOf } from './flags.ts';
import type { Guide } from './guide.ts';
import { plusDays } from './instant.ts';
import type { Enrolment, Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf, silence } from './turn.ts';

/** Hours between notes after a low answer; never shortened by us again (requirements, Dose). */
const gentleGapHours = 48;
const restAfterTwoLowsDays = 3;
const mostBands = 6;

/** A number after a check-in: it is recorded and steers what comes next (brief 7.1). */
export function answerCheckIn(turn: TurnOf<'check_in'>): Answer {
  const { person, meaning, guide, now } = turn;
  if (person.enrolment?.checkIn === undefined) return silence(turn, 'check-in.none', 'No check-in is open.');
  const outcome = weighAnswer(meaning.value, person.bands, now);
  const bands = [...person.bands, { value: meaning.value, at: now }].slice(-mostBands);
  const enrolment = afterAnswer(person.enrolment, outcome, meaning.value);
  return {
    person: steered({ ...person, bands, enrolment }, outcome, turn),
    reply: [replyTo(outcome, person, guide)],
    fact: 'check_in_answered',
    reason: { rule: `check-in.${outcome}`, because: becauseOf(outcome) },
  };
}

/** The answer was no single number from 1 to 5: ask again, kindly, once. */
export function answerCheckInUnclear(turn: Turn): Answer {
  const { person } = turn;
  const checkIn = person.enrolment?.checkIn;
  if (person.enrolment === undefined || checkIn === undefined || checkIn.askedAgain)
    return silence(turn, 'check-in.asked-again', 'We asked again once; no answer is fine too.');
  return {
    person: { ...person, enrolment: { ...person.enrolment, checkIn: { ...checkIn, askedAgain: true } } },
    reply: [textRef('checkin.again')],
    fact: 'text_answered',
    reason: { rule: 'check-in.unclear', because: 'The answer held no single number from 1 to 5.' },
  };
}

function afterAnswer(enrolment: Enrolment, outcome: CheckInOutcome, value: number): Enrolment {
  const checkIn = { ...enrolment.checkIn!, answered: true };
  const answered = { ...enrolment, checkIn, missed: 0 };
  if (outcome === 'high') return { ...answered, softNotes: 0 };
  if (outcome === 'steady') return answered;
  const gapHours = Math.max(enrolment.gapHours ?? 0, gentleGapHours);
  return { ...answered, gapHours, softNotes: Math.max(enrolment.softNotes, value === 1 ? 2 : 3) };
}

/**
 * After a low answer the gap is longer; the planned moment stays until it comes and is then moved, so
 * that an answer costs no index write. Two lows rest three days.
 */
function steered(person: Subscriber, outcome: CheckInOutcome, { now }: TurnOf<'check_in'>): Subscriber {
  if (outcome === 'high' || outcome === 'steady') return person;
  // A note the provider did not take yet was chosen before this answer; it is chosen again.
  const rechosen = withoutWaitingNote(person);
  return outcome === 'two_lows' ? held(rechosen, 'lows', now, plusDays(now, restAfterTwoLowsDays)) : rechosen;
}

function replyTo(outcome: CheckInOutcome, person: Subscriber, { content }: Guide): TextRef {
  const { programme, checkIn, contactAsked } = person.enrolment!;
  const note = content.programmes[programme]?.notes[checkIn!.note - 1];
  const isPlain = locksOf(person).length > 0 || (note?.outreach === true && !contactAsked);
  const noteId = isPlain ? 'checkin' : `${programme}.n${checkIn!.note}`;
  switch (outcome) {
    case 'two_lows':
      return textRef(heardBefore(person) ? `${noteId}.low` : 'checkin.two-lows');
    case 'very_low':
      return textRef('checkin.very-low');
    case 'low':
      return textRef(`${noteId}.low`);
    case 'steady':
      return textRef(`${noteId}.mid`);
    case 'high':
      return textRef(`${noteId}.high`);
  }
}

/** The answer before this one already was the second low: the same words twice would sound deaf. */
const heardBefore = ({ bands }: Subscriber): boolean => bands.length >= 2 && bands.slice(-2).every(({ value }) => value <= 2);

function becauseOf(outcome: CheckInOutcome): string {
  switch (outcome) {
    case 'two_lows':
      return 'Low twice running, or 1 twice in 14 days: a human is offered and notes rest three days.';
    case 'very_low':
      return 'A 1: help lines at once, the next two notes are softer and at least two days apart.';
    case 'low':
      return 'A 2, or a fall of two: the next three notes are softer and at least two days apart.';
    case 'steady':
      return 'A 3: thanks, the pace stays.';
    case 'high':
      return 'A 4 or 5: thanks, standard texts.';
  }
}
