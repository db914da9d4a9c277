import { offerAfterZone } from './answer-join.ts';
import { withoutWaitingNote } from './change-person.ts';
import { localParts, sayHour } from './local-time.ts';
import { findZone } from './find-zone.ts';
import { hoursRuleOf, planNext } from './plan-note.ts';
import { clampHour, hasRoom, hoursOf } from './quiet-hours.ts';
import type { Language } from './region.ts';
import { sayWhen } from './say-when.ts';
import type { Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';
import type { Answer, Turn } from './turn.ts';

/** TIME: notes begin at this local hour; 20:00 and later become 19:00 and we say so (Q1). */
export function answerTime(turn: Turn, said: string | undefined): Answer {
  if (said === undefined) return answered(turn.person, textRef('time.ask'), 'time.ask', 'No hour was named.');
  const { hour, clamped } = clampHour(said);
  const person = replanned({ ...turn.person, hour }, turn);
  if (!hasRoom(hoursRuleOf(person), turn.now))
    return set(person, textRef('zone.ask'), 'time.zone', 'That hour is not allowed in every time zone the number may be in.');
  const gaps = { hour: sayHour(hour) };
  return clamped
    ? set(person, textRef('time.clamped', gaps), 'time.clamped', 'Notes may only begin from 9 am to 7 pm.')
    : set(person, textRef('time.done', gaps), 'time.done', 'They chose the hour.');
}

/** ZONE <town>: the time zone is known from now on; a sign-up that waited for it goes on. */
export function answerZone(turn: Turn, place: string | undefined): Answer {
  if (place === undefined) return answered(turn.person, textRef('zone.ask'), 'zone.ask', 'No town was named.');
  const zone = findZone(place, turn.guide.content.towns);
  if (zone === undefined) return answered(turn.person, textRef('zone.unknown'), 'zone.unknown', 'That town is not on our list.');
  const person = replanned({ ...turn.person, zone }, turn);
  const offered = offerAfterZone({ ...turn, person });
  return offered ?? set(person, textRef('zone.done', { zone: townOf(zone) }), 'zone.done', 'They told us where they are.');
}

/** PRIVATE: no programme name and no numbers in notes from now on. */
export const answerPrivate = (turn: Turn): Answer =>
  // A note the provider did not take yet still carries its number; it is chosen again.
  set(
    unnumbered({ ...turn.person, isPrivate: true }, turn),
    textRef('private.on'),
    'private',
    'Notes carry no name and no number from now on.',
  );

const unnumbered = (person: Subscriber, turn: Turn): Subscriber =>
  person.owed?.state === 'waiting' ? replanned(withoutWaitingNote(person), turn) : person;

export const answerLanguage = ({ person }: Turn, language: Language): Answer =>
  set({ ...person, language }, textRef(`language.${language}`), 'language', 'They chose the language.');

/** STATUS names no programme, flag or hold: the phone may be in other hands (X14). */
export function answerStatus({ person, now }: Turn): Answer {
  const isOn = person.enrolment?.dueAt !== undefined && person.hold === undefined && person.consent === 'given';
  const zone = hoursRuleOf(person).zones[0];
  if (!isOn || zone === undefined) return answered(person, textRef('status.off'), 'status', 'No note is planned.');
  const [opens, closes] = hoursOf(person.hour, localParts(zone, now).weekday);
  const gaps = { when: sayWhen(person, now), from: sayHour(opens), to: sayHour(closes), zone: townOf(zone) };
  return answered(person, textRef('status.on', gaps), 'status', 'Notes are coming.');
}

function replanned(person: Subscriber, { guide, now }: Turn): Subscriber {
  return person.enrolment === undefined || person.hold !== undefined ? person : planNext(person, guide.content, now);
}

const townOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

const set = (person: Subscriber, ref: TextRef, rule: string, because: string): Answer => ({
  person,
  reply: [ref],
  fact: 'setting_changed',
  reason: { rule, because },
});

const answered = (person: Subscriber, ref: TextRef, rule: string, because: string): Answer => ({
  person,
  reply: [ref],
  fact: 'text_answered',
  reason: { rule, because },
});
