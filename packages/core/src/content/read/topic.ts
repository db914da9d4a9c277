import * as z from 'zod';
import type { Topic } from '../../domain/content.ts';
import type { ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSections } from '../sections.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';
import { Flag, readCards } from './cards.ts';
import type { Plan } from './plan.ts';
import { missingSettings, reviewOf, ReviewSettings, Word } from './shared-settings.ts';

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
    return {
      draft: undefined,
      problems: [
        ...all,
        problemAt(source, 0, { rule: 'format', message: 'a topic needs a first card', mend: 'add a section "## card 1 {A1.1}"' }),
      ],
    };
  const topic: Topic = { ...settings, cards, review: reviewOf({ review, reviewedBy, reviewedOn }) };
  return { draft: { topic, group, source, texts, place }, problems: all };
}

function nameProblems(source: SourceFile, id: string, place: TopicDraft['place']): Problem[] {
  if (source.path.endsWith(`/${id}.md`)) return [];
  return [
    problemAt(source, place(['id']), {
      rule: 'format',
      message: `the file of topic "${id}" has another name`,
      mend: `name the file ${id}.md`,
      width: id.length,
    }),
  ];
}
