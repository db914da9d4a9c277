import type { Meaning } from './meaning.ts';
import type { Subscriber } from './subscriber.ts';
import { readWording } from './understanding/normalise.ts';

/** Spanish for STOP and HELP: nobody texts these by accident in English. */
const spanishWords = new Set('AYUDA ALTO PARAR BAJA CANCELAR DETENER BASTA YABASTA NOMAS NOMASMENSAJES'.split(' '));

/** Danger told in Spanish, and Spanish for STOP and HELP, are answered in Spanish from then on (X20). */
export function inTheirLanguage(person: Subscriber, body: string, { kind, rule }: Meaning): Subscriber {
  // A second STOP is met with silence and changes nothing.
  if (kind === 'opt_out' && person.consent === 'withdrawn') return person;
  const isSpanish = /\.es(?:-|$)/.test(rule) || spanishWords.has(readWording(body).whole);
  return isSpanish && person.language !== 'es' ? { ...person, language: 'es' } : person;
}
