import * as z from 'zod';
import type { Note, Programme } from '../../domain/content.ts';
import type { ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSections } from '../sections.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';
import { readNote } from './note.ts';
import type { Plan } from './plan.ts';
import { missingSettings, reviewOf, ReviewSettings, Word } from './shared-settings.ts';

const ProgrammeSettings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/, 'small letters and digits'),
  word: Word,
  also: z.array(Word).default([]),
  title: z.string().min(1).max(24, '24 characters at most, as JOIN names it'),
  summary: z.string().min(1).max(100),
  gate: z.enum(['none', 'light', 'safety', 'strict']),
  closedBy: z.array(z.enum(['safe', 'noContact'])).default([]),
  gentler: z.string().optional(),
  ...ReviewSettings,
});

export interface ProgrammeDraft {
  programme: Programme;
  source: SourceFile;
  notes: { note: Note; source: SourceFile }[];
  texts: ContentText[];
  place: (path: readonly PropertyKey[]) => number;
}

/** One folder: programme.md and its notes in the order of their names. */
export function readProgramme(sources: readonly SourceFile[], plan: Plan): { draft: ProgrammeDraft | undefined; problems: Problem[] } {
  const head = sources.find(({ path }) => path.endsWith('/programme.md'));
  const notes = sources.filter((source) => source !== head).map((source) => readNote(source, plan));
  const problems = notes.flatMap((note) => note.problems);
  if (head === undefined) return { draft: undefined, problems: [...problems, ...headless(sources)] };
  const { settings: piece, problems: stray } = readSections(head);
  if (piece === undefined) return { draft: undefined, problems: [...problems, ...stray, missingSettings(head)] };
  const { value, problems: wrong, place } = readSettings(piece, ProgrammeSettings);
  const all = [...stray, ...wrong, ...problems];
  const read = notes.flatMap(({ draft }) => (draft === undefined ? [] : [draft])).toSorted((a, b) => a.note.number - b.note.number);
  if (value === undefined || read.length === 0) return { draft: undefined, problems: all };
  const { review, reviewedBy, reviewedOn, gentler, ...settings } = value;
  const programme: Programme = {
    ...settings,
    ...(gentler === undefined ? {} : { gentler }),
    notes: read.map(({ note }) => note),
    review: reviewOf({ review, reviewedBy, reviewedOn }),
  };
  const draft = { programme, source: head, notes: read, texts: read.flatMap(({ texts }) => texts), place };
  return { draft, problems: [...all, ...numberProblems(draft)] };
}

const headless = ([first]: readonly SourceFile[]): Problem[] =>
  first === undefined
    ? []
    : [
        problemAt(first, 0, {
          rule: 'format',
          message: 'this folder has no programme.md',
          mend: 'add programme.md with the settings of the programme',
        }),
      ];

function numberProblems({ programme, notes }: ProgrammeDraft): Problem[] {
  return notes.flatMap(({ note, source }, index) => {
    const expected = `${programme.id}.n${index + 1}`;
    if (note.id === expected) return [];
    const offset = source.text.indexOf(note.id);
    return [
      problemAt(source, offset, {
        rule: 'format',
        message: `note "${note.id}" stands where "${expected}" belongs`,
        mend: 'number the notes 1, 2, 3 without gaps; the id begins with the programme id',
        width: note.id.length,
        level: 'note',
      }),
    ];
  });
}
