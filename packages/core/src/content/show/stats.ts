import type { Compiled } from '../compile-content.ts';
import type { ContentText } from '../content-text.ts';
import { deliveredIds } from '../lint/completeness.ts';
import { measure } from '../measure.ts';

/** The counts of the content: every text, every topic, every programme, and the whole. */
export const showStats = (compiled: Compiled): string =>
  [...textLines(compiled), '', ...topicLines(compiled), '', ...programmeLines(compiled), '', ...totalLines(compiled)].join('\n');

function textLines(compiled: Compiled): string[] {
  const head = row(['text', 'kind', 'characters', 'parts', 'words', 'grade', 'longest sentence']);
  return [
    head,
    ...compiled.texts.map((text) => {
      const { characters, segments, words, grade, longestSentence } = measure(text, compiled.content);
      const isMail = text.kind === 'mail' || text.kind === 'subject' || text.kind === 'preheader';
      return row([nameOf(text), text.kind, characters, isMail ? '-' : segments, words, grade.toFixed(1), longestSentence]);
    }),
  ];
}

const nameOf = ({ id, language }: ContentText): string => (language === 'en' ? id : `${id} ${language}`);

function topicLines({ topics, plan }: Compiled): string[] {
  return [
    'topic            cards  least  ideas',
    ...topics.map(({ topic, texts }) => {
      const ideas = new Set(texts.flatMap(({ covers }) => covers)).size;
      return [
        topic.id.padEnd(16),
        String(topic.cards.length).padStart(5),
        String(plan.topics[topic.id] ?? 0).padStart(6),
        String(ideas).padStart(6),
      ].join(' ');
    }),
  ];
}

function programmeLines({ programmes, plan }: Compiled): string[] {
  return [
    'programme        notes  planned  check-ins  ideas',
    ...programmes.map(({ programme }) => {
      const ideas = new Set(programme.notes.flatMap(({ covers }) => covers)).size;
      const checkIns = programme.notes.filter(({ checkIn }) => checkIn !== undefined).length;
      return [
        programme.id.padEnd(16),
        String(programme.notes.length).padStart(5),
        String(plan.programmes[programme.id]?.notes ?? 0).padStart(8),
        String(checkIns).padStart(10),
        String(ideas).padStart(6),
      ].join(' ');
    }),
  ];
}

/** The sums the plan is measured by. */
export function totals({ texts, topics, programmes, plan }: Compiled) {
  const ideas = Object.keys(plan.ideas);
  const delivered = deliveredIds(texts);
  const notes = programmes.flatMap(({ programme }) => programme.notes);
  const checkIns = notes.filter(({ checkIn }) => checkIn !== undefined);
  return {
    topics: topics.length,
    plannedTopics: Object.keys(plan.topics).length,
    cards: topics.reduce((sum, { topic }) => sum + topic.cards.length, 0),
    leastCards: Object.values(plan.topics).reduce((sum, least) => sum + least, 0),
    programmes: programmes.length,
    notes: notes.length,
    checkIns: checkIns.length,
    replies: checkIns.length * 3,
    mails: texts.filter(({ kind }) => kind === 'mail').length,
    phrases: texts.filter(({ kind, language }) => kind === 'phrase' && language === 'en').length,
    spanish: texts.filter(({ language }) => language === 'es').length,
    ideas: ideas.length,
    delivered: ideas.filter((id) => delivered.has(id)).length,
    inNotes: ideas.filter((id) => notes.some(({ covers }) => covers.includes(id))).length,
  };
}

export function totalLines(compiled: Compiled): string[] {
  const sum = totals(compiled);
  return [
    `${sum.topics} of ${sum.plannedTopics} topics, ${sum.cards} cards (${sum.leastCards} at least)`,
    `${sum.programmes} of 6 programmes, ${sum.notes} notes, ${sum.checkIns} check-ins with ${sum.replies} replies, ${sum.mails} mails`,
    `${sum.phrases} phrases, ${sum.spanish} texts in Spanish`,
    `${sum.delivered} of ${sum.ideas} ideas delivered by cards, ${sum.inNotes} of them by notes as well`,
  ];
}

const widths = [28, 14, 10, 5, 5, 5, 16];
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index < 2 ? String(cell).padEnd(widths[index]!) : String(cell).padStart(widths[index]!))).join(' ');
