import type { Guide } from '../domain/guide.ts';
import type { Instant } from '../domain/instant.ts';
import { renderText } from '../domain/render.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { Links } from '../ports.ts';

export interface MailToCompose {
  /** A note, or every text of one answer in order. */
  text: TextRef | readonly TextRef[];
  person: Subscriber;
  guide: Guide;
  links: Links;
  now: Instant;
}

/** A mail but for whom it goes to and its id. */
export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** The mail of a note or of an answer: words, page and list headers from the same content (E1). */
export function composeMail({ text, person, guide, links, now }: MailToCompose): ComposedMail {
  const refs = Array.isArray(text) ? (text as readonly TextRef[]) : [text as TextRef];
  const body = refs.map((ref) => renderText(ref, person, guide)).join('\n\n');
  const unsubscribe = links.urlFor('unsubscribe', person.id, now);
  return {
    subject: 'Your note for today',
    text: `${body}\n\nUnsubscribe: ${unsubscribe}\n`,
    html: `<p>${body}</p><p><a href="${unsubscribe}">Unsubscribe</a></p>`,
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}
