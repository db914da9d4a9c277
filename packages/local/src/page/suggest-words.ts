import type { Subscriber } from '@breathing-room/core/domain/subscriber';

/** Words that make sense to text next, likeliest first. */
export function suggestWords(person: Subscriber | undefined): string[] {
  if (person === undefined || person.version === 0) return ['SPACE', 'CALM', 'JOIN PATIENCE', 'MENU', 'HELP'];
  const { consent, offer, gateAskedAt, hold, enrolment } = person;
  if (consent === 'withdrawn') return ['START', 'JOIN PATIENCE', 'SPACE', 'HELP'];
  if (offer !== undefined || gateAskedAt !== undefined) return ['GO', 'NO', 'YES', 'HELP', 'STOP'];
  const isAsked = enrolment?.checkIn !== undefined && !enrolment.checkIn.answered;
  return [
    ...(isAsked ? ['2', '4'] : []),
    ...(hold === undefined ? [] : ['RESUME']),
    ...(enrolment === undefined ? ['SPACE', 'JOIN PATIENCE'] : ['SPACE', 'SLOWER']),
    ...(person.deck === undefined ? [] : ['MORE']),
    ...(enrolment !== undefined && hold === undefined ? ['PAUSE'] : []),
    'STATUS',
    'STOP',
  ];
}
