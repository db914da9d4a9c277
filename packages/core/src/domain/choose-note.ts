import { weighSilence, isCheckInOpen } from './check-in.ts';
import type { Content, Note } from './content.ts';
import { locksOf } from './flags.ts';
import type { Instant } from './instant.ts';
import { reachedNote } from './plan-note.ts';
import type { Enrolment, Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';

/** The scheduled text that is due, with the reason it has the form it has. */
export interface ChosenText {
  text: TextRef;
  because: string;
}

/**
 * Picks the text of the next note: soft after lows, without outreach where contact is in doubt (X18).
 * `missedNow`: a check-in has just been counted as unanswered.
 */
export function chooseNote(person: Subscriber, content: Content, missedNow = false): ChosenText {
  const enrolment = person.enrolment!;
  const note = reachedNote(enrolment, content);
  if (note === undefined) return { text: textRef('note.closing'), because: 'The programme is over: one closing note, then nothing.' };
  if (weighSilence(enrolment.missed) === 'rest')
    return { text: textRef('note.rest'), because: 'Five check-ins stayed unanswered: notes rest and we say so once.' };
  const softness = softnessOf(note, person, content);
  const id = softness === undefined ? note.id : `${note.id}.soft`;
  return { text: { id, with: dressing(note, person, missedNow) }, because: softness ?? 'The next note of the programme, as written.' };
}

function softnessOf(note: Note, person: Subscriber, content: Content): string | undefined {
  const enrolment = person.enrolment!;
  if (enrolment.softNotes > 0) return 'A check-in was low, so the gentler text goes.';
  if (waitsAtGate(enrolment, content)) return 'The safety line of an earlier note is unanswered: no task.';
  if (!note.outreach) return undefined;
  if ((person.bands.at(-1)?.value ?? 5) <= 2) return 'The last answer was low: no text that reaches out.';
  if (locksOf(person).includes('noContact')) return 'They were asked to keep away: no text that reaches out.';
  return enrolment.contactAsked ? undefined : 'Contact was not asked about at sign-up: no text that reaches out.';
}

/** A check-in that asked about safety too and got no number back: no task until any check-in is answered (C3). */
function waitsAtGate({ programme, nextNote, checkIn, missed }: Enrolment, content: Content): boolean {
  const asked = content.programmes[programme]?.notes.slice(0, nextNote - 1).filter((note) => note.checkIn !== undefined) ?? [];
  const unanswered = missed + (checkIn?.answered === false ? 1 : 0);
  return asked.slice(asked.length - Math.min(unanswered, asked.length)).some(({ guard }) => guard === 'safety');
}

/** Number before the text, unless PRIVATE; lines after it. Fixed at the claim, so a look-up finds the same words. */
function dressing(note: Note, { isPrivate, enrolment }: Subscriber, missedNow: boolean): Record<string, string> {
  const tail = [
    ...(missedNow && weighSilence(enrolment!.missed) === 'ask_if_useful' ? ['note.still-useful'] : []),
    ...(note.checkIn === undefined ? [] : ['note.checkin']),
  ].join(' ');
  return { ...(!isPrivate && { number: String(note.number) }), ...(tail !== '' && { tail }) };
}

/** Counts a check-in whose time ran out without an answer, once; three in a row slow the pace down (brief 7.1). */
export function countSilence(person: Subscriber, now: Instant): Subscriber {
  const { enrolment } = person;
  if (enrolment?.checkIn === undefined || enrolment.checkIn.answered || isCheckInOpen(enrolment, now)) return person;
  const missed = enrolment.missed + 1;
  const counted: Enrolment = { ...enrolment, missed, checkIn: { ...enrolment.checkIn, answered: true } };
  const isFast = person.pace === 'daily' || person.pace === 'taper';
  const slower = weighSilence(missed) === 'slow_down' && isFast ? { pace: 'twice_a_week' as const } : {};
  return { ...person, ...slower, enrolment: counted };
}
