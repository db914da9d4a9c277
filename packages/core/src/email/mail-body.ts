import { locksOf } from '../domain/flags.ts';
import type { Guide } from '../domain/guide.ts';
import { renderText } from '../domain/render.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import { findNote } from '../domain/text-words.ts';
import { sayByMail } from './say-by-mail.ts';

export interface MailBody {
  person: Subscriber;
  guide: Guide;
}

/** What one text says by mail, in Markdown: the note's own mail, the whole topic, or the text itself. */
export function mailBody(ref: TextRef, { person, guide }: MailBody): string {
  const says = (id: string): string => sayByMail(renderText({ id, with: onlyGaps(ref) }, person, guide));
  const extra = tailOf(ref)
    .filter((id) => id !== checkInLine)
    .map(says);
  return [noteMail(ref, guide) ?? cardsOf(ref.id, person, guide).map(says).join('\n\n'), ...extra].join('\n\n');
}

/** The line that asks for a number; the layout asks in its own way. */
const checkInLine = 'note.checkin';

export const asksForNumber = (ref: TextRef): boolean => tailOf(ref).includes(checkInLine);

const tailOf = ({ with: gaps }: TextRef): string[] => gaps?.tail?.split(' ') ?? [];

/** Numbering and tail are the layout's, not the text's. */
const onlyGaps = ({ with: { number: _, tail: __, ...gaps } = {} }: TextRef): Record<string, string> => gaps;

function noteMail({ id }: TextRef, { content }: Guide): string | undefined {
  const [programme, number, form] = id.split('.');
  if (form !== undefined && form !== 'soft') return undefined;
  return findNote(`${programme}.${number}`, content)?.email?.[form ?? 'standard'];
}

/**
 * By mail a word brings the whole topic, from the named card on, without cards that a flag locks. Topics that MORE
 * never continues (X14) stay with the one card that was chosen.
 */
function cardsOf(id: string, person: Subscriber, { content }: Guide): string[] {
  const [first, name = '', number] = id.split('.');
  const topic = first === 'topic' ? content.topics[name] : undefined;
  if (topic === undefined || !topic.continues) return [id];
  const locks = locksOf(person);
  const rest = topic.cards.slice(Number(number)).filter(({ lockedBy }) => !lockedBy.some((lock) => locks.includes(lock)));
  return [id, ...rest.map((card) => card.id)];
}
