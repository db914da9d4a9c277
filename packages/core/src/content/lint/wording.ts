import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';
import { wordingRules, type WordingRule } from './wording-rules.ts';

/** Words and turns we never send, from the tables in wording-rules.ts. */
export const lintWording = ({ texts }: ContentDraft): Problem[] =>
  texts.flatMap((text) => wordingRules.filter((rule) => appliesTo(rule, text)).flatMap((rule) => breaches(rule, text)));

const appliesTo = ({ languages = ['en', 'es'], kinds, except }: WordingRule, { language, id, kind }: ContentText): boolean =>
  languages.includes(language) && (kinds?.includes(kind) ?? true) && !(except?.test(id) ?? false);

const breaches = ({ rule, pattern, message, mend, unlessAfter }: WordingRule, text: ContentText): Problem[] =>
  [...text.typed.matchAll(pattern)]
    .filter(({ index }) => !(unlessAfter?.test(sentenceBefore(text.typed, index)) ?? false))
    .map((match) => inText(text, match.index, { rule, message: `"${match[0]}": ${message}`, mend, width: match[0].length }));

const sentenceBefore = (typed: string, index: number): string =>
  typed
    .slice(0, index)
    .split(/[.?!:;]\s/)
    .at(-1) ?? '';
