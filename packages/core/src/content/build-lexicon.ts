import type { Content } from '../domain/content.ts';
import type { Lexicon } from '../domain/lexicon.ts';

/** The exact words of the content: what each keyword, programme word and foreign start word means. */
export const buildLexicon = ({ topics, programmes, helplines }: Content): Lexicon => ({
  keywords: Object.fromEntries(Object.values(topics).flatMap(({ id, keyword, also }) => [keyword, ...also].map((word) => [word, id]))),
  programmes: Object.fromEntries(
    Object.values(programmes).flatMap(({ id, word, also }) => [word, id.toUpperCase(), ...also].map((name) => [name, id])),
  ),
  helplineWords: [...new Set(Object.values(helplines).flatMap(({ startWords }) => Object.keys(startWords)))].sort(),
});
