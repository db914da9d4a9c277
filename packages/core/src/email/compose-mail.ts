import type { Guide } from '../domain/guide.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import { findNote } from '../domain/text-words.ts';
import type { ComposedMail, LinkPurpose, MailToCompose } from '../ports.ts';
import { readBlocks } from './block.ts';
import { asksForNumber, mailBody } from './mail-body.ts';
import { mailHeaders } from './mail-headers.ts';
import { mailPage } from './mail-page.tsx';
import type { MailParts } from './mail-parts.ts';
import { mailText } from './mail-text.ts';
import { mailWords } from './mail-words.ts';

/** The operator's mail settings are missing; a mail without a postal address may not go (E1). */
export class MailProfileError extends Error {
  override name = 'MailProfileError';
}

/**
 * The mail of a note or of an answer: text and page from the same content, list headers, a fresh neutral subject (E1, E9).
 * @throws MailProfileError when the profile has no `mail`.
 */
export const composeMail = ({ text, person, guide, links, now }: MailToCompose): ComposedMail => {
  const { mail, serviceName: service } = guide.profile;
  if (mail === undefined) throw new MailProfileError('the profile names no mail domain and no postal address');
  const refs = isList(text) ? text : [text];
  const pageUrl = (purpose: LinkPurpose): string => links.urlFor(purpose, person.id, now);
  const unsubscribeUrl = pageUrl('unsubscribe');
  const isNote = refs.some((ref) => isScheduled(ref, guide));
  const markdown = refs.map((ref) => mailBody(ref, { person, guide })).join('\n\n');
  const words = mailWords(person, guide);
  const number = person.isPrivate ? undefined : refs[0]?.with?.number;
  const parts: MailParts = {
    ...frontOf(refs, person, guide),
    words,
    service,
    isNote,
    unsubscribeUrl,
    language: person.language,
    postalAddress: mail.postalAddress,
    ...(number !== undefined && { numbering: words.number(number) }),
    blocks: readBlocks(markdown, new URL(unsubscribeUrl).origin),
    ...(refs.some(asksForNumber) && { choices: choicesAt(pageUrl('check_in')) }),
  };
  const headers = mailHeaders({ domain: mail.domain, service, unsubscribeUrl, isNote });
  return { subject: parts.subject, text: mailText(parts), html: mailPage(parts), headers };
};

const isList = (text: MailToCompose['text']): text is readonly TextRef[] => Array.isArray(text);

/** The page asks again with a button: a scanner that follows the link answers nothing (E3). */
const choicesAt = (url: string): string[] => ['1', '2', '3', '4', '5'].map((value) => `${url}&value=${value}`);

/** A numbered note, or one of the lines sent in place of one. */
const isScheduled = ({ id }: TextRef, { content }: Guide): boolean =>
  id.startsWith('note.') || findNote(id.replace(/\.soft$/, ''), content) !== undefined;

/** Subject and preview line: the note's own unless PRIVATE, else the same neutral ones for everything (E9). */
function frontOf(refs: readonly TextRef[], person: Subscriber, guide: Guide): Pick<MailParts, 'subject' | 'preheader'> {
  const words = mailWords(person, guide);
  const [first] = refs;
  const note = first && findNote(first.id.replace(/\.soft$/, ''), guide.content)?.email;
  if (note !== undefined && !person.isPrivate) return { subject: note.subject, preheader: note.preheader };
  if (first && isScheduled(first, guide)) return { subject: words.noteSubject, preheader: words.notePreheader };
  const isQuestion = first !== undefined && asksToConfirm.has(first.id);
  return { subject: isQuestion ? words.confirmSubject : words.answerSubject, preheader: words.answerPreheader };
}

/** Texts whose page has to be opened before anything counts (E4, O13). */
const asksToConfirm: ReadonlySet<string> = new Set(['mail.confirm', 'mail.link-ask']);
