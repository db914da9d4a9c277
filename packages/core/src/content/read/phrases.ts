import type { Words } from '../../domain/content.ts';
import { phraseIds } from '../../domain/phrase-id.ts';
import { textOf, type ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSections, type Section } from '../sections.ts';
import type { SourceFile } from '../source-file.ts';
import { plainParagraphProblems } from './paragraph.ts';

export interface PhraseDrafts {
  phrases: Record<string, Words>;
  texts: ContentText[];
  problems: Problem[];
}

/** Files of `## id` and `## id es`; the ids are exactly those of the domain. */
export function readPhrases(sources: readonly SourceFile[]): PhraseDrafts {
  const drafts: PhraseDrafts = { phrases: {}, texts: [], problems: [] };
  for (const source of sources) {
    const { sections, problems } = readSections(source);
    drafts.problems.push(...problems);
    for (const section of sections) readPhrase(source, section, drafts);
  }
  return { ...drafts, problems: [...drafts.problems, ...missingPhrases(sources, drafts.phrases)] };
}

function readPhrase(source: SourceFile, section: Section, { phrases, texts, problems }: PhraseDrafts): void {
  const [id = '', spanish] = section.heading.split(' ');
  const fault = phraseFault(id, spanish, phrases);
  if (fault !== undefined) {
    problems.push(problemAt(source, section.headingOffset, { rule: 'phrases', width: section.heading.length + 3, ...fault }));
    return;
  }
  problems.push(...plainParagraphProblems(source, section));
  if (section.body === '') return;
  const language = spanish === undefined ? 'en' : 'es';
  const text = textOf(source, section, { id, kind: 'phrase', language, isPushed: id.startsWith('note.') });
  texts.push(text);
  phrases[id] = language === 'en' ? { en: text.text } : { en: phrases[id]?.en ?? '', es: text.text };
}

function phraseFault(id: string, spanish: string | undefined, phrases: Record<string, Words>) {
  if (!(phraseIds as readonly string[]).includes(id))
    return { message: `the service has no phrase "${id}"`, mend: 'mend the id, or remove the section; domain/phrase-id.ts lists them' };
  if (spanish !== undefined && spanish !== 'es') return { message: `"${spanish}" is not a language here`, mend: 'write "es" or nothing' };
  if (spanish === 'es' && phrases[id] === undefined)
    return { message: 'the Spanish phrase stands before its English one', mend: 'put it right after the English phrase' };
  if (spanish === undefined && phrases[id] !== undefined) return { message: `"${id}" is written twice`, mend: 'keep one of the two' };
  return undefined;
}

function missingPhrases([first]: readonly SourceFile[], phrases: Record<string, Words>): Problem[] {
  if (first === undefined) return [];
  return phraseIds
    .filter((id) => phrases[id] === undefined)
    .map((id) =>
      problemAt(first, 0, {
        rule: 'phrases',
        message: `the phrase "${id}" is missing`,
        mend: `add a section "## ${id}" to a file in content/phrases`,
      }),
    );
}
