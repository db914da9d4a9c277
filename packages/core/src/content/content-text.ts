import type { Guard } from '../domain/content.ts';
import type { Language } from '../domain/region.ts';
import type * as z from 'zod';
import { problemAt, type Finding, type Problem } from './problem.ts';
import type { Section } from './sections.ts';
import type { SourceFile } from './source-file.ts';
import { oneParagraph, plainTypography } from './typography.ts';

/** How a text reaches a person; most rules depend on it. */
export type TextKind = 'card' | 'note' | 'check-in reply' | 'phrase' | 'mail' | 'subject' | 'preheader';

/** One text with its place, for the rules and the reports. */
export interface ContentText {
  id: string;
  kind: TextKind;
  language: Language;
  /** As it is sent, gaps still open. */
  text: string;
  /** As typed with plain typography: offset by offset the source's own characters. */
  typed: string;
  source: SourceFile;
  offset: number;
  /** Nobody asked for it at that moment: notes, mails, their subjects. */
  isPushed: boolean;
  covers: readonly string[];
  guard: z.infer<typeof Guard>;
  isSoft: boolean;
  asksCheckIn: boolean;
  outreach: boolean;
}

export type TextTraits = Pick<ContentText, 'id' | 'kind'> & Partial<Omit<ContentText, 'id' | 'kind'>>;

/** A text made of a section. Mail keeps its Markdown and its paragraphs; everything else becomes one paragraph. */
export function textOf(source: SourceFile, section: Section, traits: TextTraits): ContentText {
  const typed = traits.kind === 'mail' ? section.body : plainTypography(section.body);
  return {
    language: 'en',
    isPushed: false,
    covers: [],
    guard: 'open',
    isSoft: false,
    asksCheckIn: false,
    outreach: false,
    ...traits,
    source,
    offset: section.offset,
    typed,
    text: traits.kind === 'mail' ? typed.trim() : oneParagraph(typed),
  };
}

/** A finding at an index of the typed text. */
export const inText = (text: ContentText, index: number, finding: Finding): Problem => problemAt(text.source, text.offset + index, finding);

/** One finding for each match of a pattern (which needs the g flag). */
export const matchesIn = (text: ContentText, pattern: RegExp, found: (match: string) => Finding): Problem[] =>
  [...text.typed.matchAll(pattern)].map((match) => inText(text, match.index, { width: match[0].length, ...found(match[0]) }));
