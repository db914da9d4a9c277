import { createHash } from 'node:crypto';
import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';

/** Words in a run; the fixture holds a hash for every such run of the sources. */
export const runLength = 7;

/** Titles may be named in full. */
const titles =
  /The Gifts of Imperfection(: Let Go of Who You Think You're Supposed to Be and Embrace Who You Are)?|Attached(: The New Science of Adult Attachment[^.]*)?|Boundaries(: When to Say Yes, How to Say No to Take Control of Your Life)?/g;

/** No text shares a run of seven words with the sources. */
export const lintCopying = ({ texts }: ContentDraft, sourceRuns: ReadonlySet<string>): Problem[] =>
  sourceRuns.size === 0 ? [] : texts.filter(({ language }) => language === 'en').flatMap((text) => copiedRuns(text, sourceRuns));

function copiedRuns(text: ContentText, sourceRuns: ReadonlySet<string>): Problem[] {
  const words = wordsOf(text.typed.replace(titles, (title) => ' . '.padEnd(title.length, '.')));
  return words.slice(0, Math.max(0, words.length - runLength + 1)).flatMap(({ at }, index) => {
    const run = words.slice(index, index + runLength);
    if (!sourceRuns.has(hashOfRun(run.map(({ word }) => word)))) return [];
    const last = run.at(-1)!;
    return [
      inText(text, at, {
        rule: 'copying',
        message: 'seven words in a row stand in a source',
        mend: 'say it in our own words',
        width: last.at + last.word.length - at,
      }),
    ];
  });
}

/** Lower case, straight apostrophes, runs of letters and digits with inner apostrophes. */
export const wordsOf = (text: string): { word: string; at: number }[] =>
  [
    ...text
      .toLowerCase()
      .replaceAll('’', "'")
      .matchAll(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu),
  ].map((match) => ({ word: match[0], at: match.index }));

/** First ten hex digits of SHA-256 over seven words joined by one space. */
export const hashOfRun = (words: readonly string[]): string => createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 10);
