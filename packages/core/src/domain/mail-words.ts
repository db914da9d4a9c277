import type { Content } from './content.ts';
import type { Guide } from './guide.ts';
import type { InboundMail } from './inbound-mail.ts';
import type { Meaning, ReadingState } from './meaning.ts';
import { isSafetyTopic } from './answer-meaning.ts';
import { understand } from './understand.ts';

/** Longest subject that is read; a header may be far longer. */
const mostSubject = 200;

/**
 * The words of a mail to decide by: what the person wrote; the subject where they wrote nothing else, and before
 * it where a fresh subject alone speaks of danger or of stopping. At `join@` anything else names a programme.
 */
export function wordsOfMail(mail: InboundMail, state: ReadingState, guide: Guide): string {
  const read = (text: string): Meaning => understand(text, state, guide.lexicon);
  const written = writtenIn(mail, read);
  const isJoin = mail.to.startsWith('join@') || mail.to.startsWith('join+');
  if (!isJoin || isUrgent(read(written)) || isServiceWord(read(written))) return written;
  return `JOIN ${programmeNamed(`${mail.subject.slice(0, mostSubject)} ${written}`, guide.content) ?? ''}`.trim();
}

function writtenIn({ subject, ownWords }: InboundMail, read: (text: string) => Meaning): string {
  const fresh = /^\s*(?:re|fwd?|aw|wg|sv|antw|tr|rv)\s*:/i.test(subject) ? '' : subject.slice(0, mostSubject);
  if (ownWords.trim() === '') return fresh;
  const isAlarm = fresh !== '' && isUrgent(read(fresh)) && !isUrgent(read(ownWords));
  return isAlarm ? `${fresh}\n${ownWords}` : ownWords;
}

/** Danger, and wishes to stop. */
export const isUrgent = (meaning: Meaning): boolean =>
  ['opt_out', 'opt_out_unsure', 'crisis', 'quiet', 'unclear_danger', 'minor', 'helpline_word'].includes(meaning.kind) ||
  isSafetyTopic(meaning);

/** Words that mean the same wherever they are sent to; a question for the menu at `join@` asks for the programmes. */
const isServiceWord = (meaning: Meaning): boolean =>
  meaning.kind === 'help' ||
  meaning.kind === 'opt_in' ||
  (meaning.kind === 'command' && meaning.command.name !== 'join' && meaning.command.name !== 'menu');

/** The word of the first programme a mail names, in any of its forms. */
function programmeNamed(text: string, { programmes }: Content): string | undefined {
  const said =
    text
      .toUpperCase()
      .match(/[A-Z0-9]+/g)
      ?.slice(0, 200) ?? [];
  const named = Object.values(programmes).find(({ id, word, also }) =>
    [word, id.toUpperCase(), ...also].some((form) => said.includes(form)),
  );
  return named?.word;
}
