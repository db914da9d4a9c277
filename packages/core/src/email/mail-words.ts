import type { Guide } from '../domain/guide.ts';
import type { Subscriber } from '../domain/subscriber.ts';

/** The words a mail has around its content. */
export interface MailWords {
  noteSubject: string;
  notePreheader: string;
  answerSubject: string;
  confirmSubject: string;
  answerPreheader: string;
  hello: string;
  number: (number: string) => string;
  ask: string;
  scale: readonly [string, string, string, string, string];
  signOff: string;
  open: string;
  automated: string;
  words: string;
  pause: string;
  unsubscribe: string;
}

/** In the person's language, with the help lines of their region. Subjects are neutral in any hands (E9). */
export function mailWords({ region, language }: Subscriber, { content, profile }: Guide): MailWords {
  const lines = content.helplines[region];
  const staffed = profile.staffedNumber;
  return language === 'es' ? spanish(lines.es ?? lines, staffed) : english(lines, staffed);
}

type Lines = Record<'crisis' | 'emergency', string>;

const english = ({ crisis, emergency }: Lines, staffed: string | undefined): MailWords => ({
  noteSubject: 'Your note for today',
  notePreheader: 'Two minutes, just for you.',
  answerSubject: 'Your answer',
  confirmSubject: 'Please confirm',
  answerPreheader: 'A short answer to your message.',
  hello: 'Hello,',
  number: (number) => `Note ${number}`,
  ask: 'How are you today? Reply with a number from 1 (very low) to 5 (good), or choose one here. After a 1 or a 2 we slow down and send softer notes. No answer is fine too.',
  scale: ['very low', 'low', 'so-so', 'fairly good', 'good'],
  signOff: 'Take care,',
  open: 'Open the page',
  automated: `This is an automated service, not a crisis line. Nobody reads replies. To reach a person, ${crisis}.${staffed === undefined ? '' : ` The people who run this: ${staffed}.`} In danger now? ${emergency}.`,
  words: 'You can reply with one word: CALM, SAFE or MENU.',
  pause: 'Take a break: reply PAUSE. Fewer notes: reply SLOWER. No more mail:',
  unsubscribe: 'unsubscribe',
});

const spanish = ({ crisis, emergency }: Lines, staffed: string | undefined): MailWords => ({
  noteSubject: 'Tu nota de hoy',
  notePreheader: 'Dos minutos para ti.',
  answerSubject: 'Tu respuesta',
  confirmSubject: 'Por favor, confirma',
  answerPreheader: 'Una respuesta corta a tu mensaje.',
  hello: 'Hola:',
  number: (number) => `Nota ${number}`,
  ask: '¿Cómo estás hoy? Responde con un número del 1 (muy mal) al 5 (bien), o elige uno aquí. Después de un 1 o un 2 vamos más despacio. No responder también está bien.',
  scale: ['muy mal', 'mal', 'regular', 'bastante bien', 'bien'],
  signOff: 'Cuídate.',
  open: 'Abrir la página',
  automated: `Este es un servicio automático, no una línea de ayuda. Nadie lee las respuestas. Para hablar con una persona, ${crisis}.${staffed === undefined ? '' : ` Quienes llevan este servicio: ${staffed}.`} Si hay peligro: ${emergency}.`,
  words: 'Puedes responder con una palabra: CALM, SAFE o MENU.',
  pause: 'Descanso: responde PAUSE. Menos notas: SLOWER. No recibir más correo:',
  unsubscribe: 'darse de baja',
});
