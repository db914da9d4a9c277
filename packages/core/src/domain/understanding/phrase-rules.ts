import { anchorsOf, expressionOf } from './phrase-lines.ts';
import type { PhraseRule, ReadingModel } from './reading-model.ts';

/** A rule that matched, and the words it matched. */
export interface Found {
  rule: PhraseRule;
  words: string;
}

interface Ready {
  rule: PhraseRule;
  line: string;
  expression?: RegExp;
}
type ByAnchor = Map<string, Ready[]>;

// Made once per model and set; a pure cache, as the model decides all of it.
const caches = new WeakMap<ReadingModel, Map<string, ByAnchor>>();

const setOf = (model: ReadingModel, set: string): ByAnchor => {
  let sets = caches.get(model);
  if (sets === undefined) caches.set(model, (sets = new Map()));
  let made = sets.get(set);
  if (made === undefined) sets.set(set, (made = index(model, set)));
  return made;
};

const index = ({ rules, classes }: ReadingModel, set: string): ByAnchor => {
  const made: ByAnchor = new Map();
  for (const rule of rules[set] ?? []) {
    const ready: Ready = { rule, line: rule.line.replace(/<([a-z.]+)>/g, (_, name: string) => classes[name] ?? '') };
    for (const anchor of anchorsOf(ready.line)) {
      const there = made.get(anchor);
      if (there === undefined) made.set(anchor, [ready]);
      else there.push(ready);
    }
  }
  return made;
};

/** Rules with a word of the text among their anchors: the only ones that can match. */
const candidates = (model: ReadingModel, set: string, plain: string): Set<Ready> => {
  const byAnchor = setOf(model, set);
  const found = new Set<Ready>();
  for (const word of plain.split(' ')) for (const ready of byAnchor.get(word) ?? none) found.add(ready);
  return found;
};
const none: readonly Ready[] = [];

const expression = (ready: Ready): RegExp => {
  ready.expression ??= expressionOf(ready.line);
  ready.expression.lastIndex = 0;
  return ready.expression;
};

/** Every rule of a set that matches somewhere in the normalised words. */
export const findPhrases = (model: ReadingModel, set: string, plain: string): Found[] => {
  const found: Found[] = [];
  for (const ready of candidates(model, set, plain)) {
    const match = expression(ready).exec(plain);
    if (match !== null) found.push({ rule: ready.rule, words: match[0].trim() });
  }
  return found;
};

/** Blanks every match, so that everyday speech ("dying to see him") cannot be read as danger. */
export const hidePhrases = (model: ReadingModel, set: string, plain: string): string => {
  let left = plain;
  for (const ready of candidates(model, set, plain)) left = left.replace(expression(ready), '~ ');
  return left;
};
