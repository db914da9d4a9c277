import * as z from 'zod';
import type { Card } from '../../domain/content.ts';
import { textOf, type ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import type { Section } from '../sections.ts';
import type { SourceFile } from '../source-file.ts';
import { guardOf } from './covered.ts';
import { plainParagraphProblems } from './paragraph.ts';
import type { Plan } from './plan.ts';

/** The flags that lock. */
export const Flag = z.enum(['safe', 'noContact']);

export interface Deck {
  cards: Card[];
  texts: ContentText[];
  problems: Problem[];
}

interface CardSection {
  source: SourceFile;
  section: Section;
  topicId: string;
  plan: Plan;
}

/** The cards of a topic in order, each with its Spanish text where there is one. */
export function readCards(source: SourceFile, sections: readonly Section[], topicId: string, plan: Plan): Deck {
  const deck: Deck = { cards: [], texts: [], problems: [] };
  for (const section of sections) addCard(deck, { source, section, topicId, plan });
  return deck;
}

const heading = /^card (\d+)( es)?(?:\s*\{([^}]*)\})?$/;

function addCard(deck: Deck, read: CardSection): void {
  const [, number, spanish, braces = ''] = heading.exec(read.section.heading) ?? [];
  const marks = readBraces(braces);
  if (number === undefined)
    return blame(deck, read, `"${read.section.heading}" is not a card heading`, 'write "## card 2 {A1.3 A2.4 | care}" or "## card 2 es"');
  if (marks === undefined)
    return blame(
      deck,
      read,
      `the braces hold something unknown: {${braces}}`,
      'ids first, then "| care", "| safety", "| lock safe" or "| lock noContact"',
    );
  deck.problems.push(...plainParagraphProblems(read.source, read.section));
  const id = `topic.${read.topicId}.${number}`;
  if (spanish !== undefined) return addSpanish(deck, read, id);
  if (Number(number) !== deck.cards.length + 1)
    blame(deck, read, `card ${number} comes where card ${deck.cards.length + 1} belongs`, 'number the cards 1, 2, 3 without gaps');
  if (read.section.body === '') return;
  const card: Card = { ...marks, id, guard: guardOf(marks.covers, marks.guard, read.plan), sms: { en: '' } };
  card.sms.en = addText(deck, read, card, 'en');
  deck.cards.push(card);
}

function addSpanish(deck: Deck, read: CardSection, id: string): void {
  const card = deck.cards.find((known) => known.id === id);
  if (card === undefined) return blame(deck, read, 'the Spanish card stands before its English one', 'put it right after the English card');
  if (read.section.body !== '') card.sms.es = addText(deck, read, card, 'es');
}

function addText(deck: Deck, { source, section }: CardSection, { id, covers, guard }: Card, language: 'en' | 'es'): string {
  const text = textOf(source, section, { id, kind: 'card', language, covers, guard });
  deck.texts.push(text);
  return text.text;
}

function blame({ problems }: Deck, { source, section }: CardSection, message: string, mend: string): void {
  problems.push(problemAt(source, section.headingOffset, { rule: 'format', message, mend, width: section.heading.length + 3 }));
}

/** `A1.3 A2.4 | care | lock noContact`; undefined when something in it is unknown. */
function readBraces(braces: string): (Pick<Card, 'covers' | 'lockedBy'> & { guard: 'care' | 'safety' | undefined }) | undefined {
  const [ids = '', ...flags] = braces.split('|').map((part) => part.trim());
  const covers = ids.split(/[\s,]+/).filter((id) => id !== '');
  if (!covers.every((id) => /^A\d\.\d+$/.test(id))) return undefined;
  if (!flags.every((flag) => /^(open|care|safety|lock (safe|noContact))$/.test(flag))) return undefined;
  const lockedBy = flags.filter((flag) => flag.startsWith('lock ')).map((flag) => Flag.parse(flag.slice(5)));
  return { covers, lockedBy, guard: flags.includes('safety') ? 'safety' : flags.includes('care') ? 'care' : undefined };
}
