import * as z from 'zod';
import type { Card, Topic } from '../../domain/content.ts';
import { textOf, type ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSections, type Section } from '../sections.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';
import { guardOf } from './covered.ts';
import { plainParagraphProblems } from './paragraph.ts';
import type { Plan } from './plan.ts';
import { missingSettings, reviewOf, ReviewSettings, Word } from './shared-settings.ts';

const Flag = z.enum(['safe', 'noContact']);
const TopicSettings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/, 'small letters and digits'),
  keyword: Word,
  also: z.array(Word).default([]),
  title: z.string().min(1),
  group: z.enum(['steady', 'understand', 'act', 'added']),
  allowedUnderSafe: z.boolean(),
  lockedBy: z.array(Flag).default([]),
  continues: z.boolean().default(true),
  next: z.array(Word).max(2, 'two next words at most').default([]),
  ...ReviewSettings,
});

/** A topic as read, the texts in it, and where its words stand. */
export interface TopicDraft {
  topic: Topic;
  group: string;
  source: SourceFile;
  texts: ContentText[];
  /** Offset of a setting, such as ['also', 2]. */
  place: (path: readonly PropertyKey[]) => number;
}

export function readTopic(source: SourceFile, plan: Plan): { draft: TopicDraft | undefined; problems: Problem[] } {
  const { settings: piece, sections, problems } = readSections(source);
  if (piece === undefined) return { draft: undefined, problems: [...problems, missingSettings(source)] };
  const { value, problems: wrong, place } = readSettings(piece, TopicSettings);
  if (value === undefined) return { draft: undefined, problems: [...problems, ...wrong] };
  const { group, review, reviewedBy, reviewedOn, ...settings } = value;
  const { cards, texts, problems: odd } = readCards(source, sections, value.id, plan);
  const all = [...problems, ...wrong, ...odd, ...nameProblems(source, value.id, place)];
  if (cards.length === 0)
    return { draft: undefined, problems: [...all, problemAt(source, 0, { rule: 'format', message: 'a topic needs a first card', mend: 'add a section "## card 1 {A1.1}"' })] };
  const topic: Topic = { ...settings, cards, review: reviewOf({ review, reviewedBy, reviewedOn }) };
  return { draft: { topic, group, source, texts, place }, problems: all };
}

function nameProblems(source: SourceFile, id: string, place: TopicDraft['place']): Problem[] {
  if (source.path.endsWith(`/${id}.md`)) return [];
  return [problemAt(source, place(['id']), { rule: 'format', message: `the file of topic "${id}" has another name`, mend: `name the file ${id}.md`, width: id.length })];
}

const heading = /^card (\d+)( es)?(?:\s*\{([^}]*)\})?$/;

function readCards(source: SourceFile, sections: readonly Section[], topicId: string, plan: Plan) {
  const problems: Problem[] = [];
  const texts: ContentText[] = [];
  const cards: Card[] = [];
  const at = (section: Section, message: string, mend: string): void =>
    void problems.push(problemAt(source, section.headingOffset, { rule: 'format', message, mend, width: section.heading.length + 3 }));
  for (const section of sections) {
    const [, number, spanish, braces = ''] = heading.exec(section.heading) ?? [];
    if (number === undefined) {
      at(section, `"${section.heading}" is not a card heading`, 'write "## card 2 {A1.3 A2.4 | care}" or "## card 2 es"');
      continue;
    }
    problems.push(...plainParagraphProblems(source, section));
    const marks = readBraces(braces);
    if (marks === undefined) {
      at(section, `the braces hold something unknown: {${braces}}`, 'ids first, then "| care", "| safety", "| lock safe" or "| lock noContact"');
      continue;
    }
    const id = `topic.${topicId}.${number}`;
    if (spanish !== undefined) {
      const card = cards.find((known) => known.id === id);
      if (card === undefined) at(section, 'the Spanish card stands before its English one', 'put it right after the English card');
      else if (section.body !== '') card.sms.es = textFor(source, section, id, card, 'es', texts);
      continue;
    }
    if (Number(number) !== cards.length + 1) at(section, `card ${number} comes where card ${cards.length + 1} belongs`, 'number the cards 1, 2, 3 without gaps');
    if (section.body === '') continue;
    const card: Card = { id, covers: marks.covers, guard: guardOf(marks.covers, marks.guard, plan), sms: { en: '' }, lockedBy: marks.lockedBy };
    card.sms.en = textFor(source, section, id, card, 'en', texts);
    cards.push(card);
  }
  return { cards, texts, problems };
}

function textFor(source: SourceFile, section: Section, id: string, { covers, guard }: Card, language: 'en' | 'es', texts: ContentText[]): string {
  const text = textOf(source, section, { id, kind: 'card', language, covers, guard });
  texts.push(text);
  return text.text;
}

/** `A1.3 A2.4 | care | lock noContact`. */
function readBraces(braces: string): Pick<Card, 'covers' | 'lockedBy'> & { guard: 'care' | 'safety' | undefined } | undefined {
  const [ids = '', ...flags] = braces.split('|').map((part) => part.trim());
  const covers = ids.split(/[\s,]+/).filter((id) => id !== '');
  if (!covers.every((id) => /^A\d\.\d+$/.test(id))) return undefined;
  if (!flags.every((flag) => /^(open|care|safety|lock (safe|noContact))$/.test(flag))) return undefined;
  const lockedBy = flags.filter((flag) => flag.startsWith('lock ')).map((flag) => Flag.parse(flag.slice(5)));
  return { covers, lockedBy, guard: flags.includes('safety') ? 'safety' : flags.includes('care') ? 'care' : undefined };
}
