import type { Instant } from '@breathing-room/core/domain/instant';
import type { Hold, Pace, Subscriber } from '@breathing-room/core/domain/subscriber';
import { sayDate } from './say-when.ts';

/** One line of the record's state. */
export interface Trait {
  name: string;
  words: string;
}

/** The record in plain words; what has nothing to say is left out. */
export function sayPerson(person: Subscriber, zone: string): Trait[] {
  const { enrolment, offer, hold, bands, hour } = person;
  return [
    { name: 'Consent', words: sayConsent(person, zone) },
    ...(offer === undefined ? [] : [{ name: 'Sign-up', words: `${offer.programme}, waiting for GO` }]),
    { name: 'Programme', words: enrolment === undefined ? 'None' : `${enrolment.programme}, next is note ${enrolment.nextNote}` },
    ...(enrolment === undefined ? [] : [{ name: 'Pace', words: sayPace(person.pace) }]),
    ...(enrolment?.softNotes ? [{ name: 'Tone', words: `Gentler texts for the next ${sayNotes(enrolment.softNotes)}` }] : []),
    ...(hour === undefined ? [] : [{ name: 'Hour', words: `Notes from ${hour}:00 on` }]),
    ...(hold === undefined ? [] : [{ name: 'Notes rest', words: sayHold(hold, zone) }]),
    ...sayFlags(person, zone),
    ...(bands.length === 0 ? [] : [{ name: 'Check-ins', words: bands.map(({ value }) => value).join(', ') }]),
    ...(person.isPrivate ? [{ name: 'Private', words: 'Notes carry no number or programme' }] : []),
    { name: 'Language', words: person.language === 'en' ? 'English' : 'Spanish' },
  ];
}

function sayConsent({ consent, consentAt, version }: Subscriber, zone: string): string {
  switch (consent) {
    case 'none':
      return version === 0 ? 'None: this number never texted' : 'None: only direct answers may go';
    case 'given':
      return `Given${consentAt === undefined ? '' : ` on ${sayDate(consentAt, zone)}`}`;
    case 'withdrawn':
      return 'Withdrawn: nothing we start may reach this number';
  }
}

const sayNotes = (count: number): string => (count === 1 ? 'note' : `${count} notes`);

export function sayPace(pace: Pace): string {
  switch (pace) {
    case 'daily':
      return 'One note a day';
    case 'taper':
      return 'Daily at first, then less often';
    case 'twice_a_week':
      return 'Two notes a week';
    case 'weekly':
      return 'One note a week';
  }
}

function sayHold({ reason, until }: Hold, zone: string): string {
  const end = until === undefined ? 'until RESUME' : `until ${sayDate(until, zone)}`;
  switch (reason) {
    case 'pause':
      return `They paused, ${end}`;
    case 'crisis':
      return 'A text spoke of danger; until RESUME and a fresh answer to the safety line';
    case 'quiet':
      return 'They asked for silence, until RESUME';
    case 'question':
      return 'We asked whether the texts should end; no answer within 72 h ends them';
    case 'lows':
      return `Low check-ins, ${end}`;
    case 'missed':
      return `Check-ins stayed unanswered, ${end}`;
  }
}

function sayFlags({ flags }: Subscriber, zone: string): Trait[] {
  const say = (name: string, until: Instant | undefined): Trait[] =>
    until === undefined ? [] : [{ name, words: `Set; kept until ${sayDate(until, zone)}` }];
  return [
    ...say('Flag: unsafe', flags.safe?.until),
    ...say('Flag: no contact', flags.noContact?.until),
    ...say('Flag: under 18', flags.adultOnly?.until),
  ];
}

/** Why nothing is to come, when nothing is. */
export function sayNothingComing({ consent, enrolment, hold, offer }: Subscriber): string {
  if (consent === 'withdrawn') return 'They opted out, so nothing will be sent.';
  if (hold !== undefined) return 'Notes rest, so nothing is planned.';
  if (offer !== undefined) return 'Nothing begins before GO.';
  if (enrolment === undefined) return 'No programme, so no notes. Text JOIN PATIENCE to begin one.';
  return 'No time zone is known, so no note may go. Text ZONE and a town.';
}
