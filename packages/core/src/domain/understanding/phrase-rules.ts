import { anchorsOf } from './phrase-anchors.ts';
import { matchPhrase, mostBefore, type Span } from './phrase-match.ts';
import { partsOf, type Part } from './phrase-parts.ts';
import type { ReadingModel, RuleSection } from './reading-model.ts';

/** A rule that matched, the words it matched, and where they stand among the words. */
export interface Found extends Span {
  rule: RuleSection;
  words: string;
}

interface Ready {
  rule: RuleSection;
  line: string;
  /** The part of the line it is looked up by. */
  at: number;
  parts?: Part[];
  /** How many words may stand before the one it is looked up by. */
  back?: number;
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
  for (const rule of rules[set] ?? []) for (const written of rule.lines) addLine(made, readyOf(rule, written, classes));
  return made;
};

const readyOf = (rule: RuleSection, written: string, classes: Readonly<Record<string, string>>): Ready => {
  const line = written.slice(1);
  return {
    rule,
    at: Number.parseInt(written.slice(0, 1), 36),
    line: line.includes('<') ? line.replace(/<([a-z.]+)>/g, (_, name: string) => classes[name] ?? '') : line,
  };
};

const addLine = (made: ByAnchor, ready: Ready): void => {
  for (const anchor of anchorsOf(ready.line.split(' ', ready.at + 1)[ready.at] ?? '')) {
    const there = made.get(anchor);
    if (there === undefined) made.set(anchor, [ready]);
    else there.push(ready);
  }
};

/** Rules with a word of the text among their anchors, the only ones that can match, and where those words stand. */
const candidates = (model: ReadingModel, set: string, words: readonly string[]): Map<Ready, number[]> => {
  const byAnchor = setOf(model, set);
  const found = new Map<Ready, number[]>();
  for (const [place, word] of words.entries()) {
    for (const ready of byAnchor.get(word) ?? none) {
      const places = found.get(ready);
      if (places === undefined) found.set(ready, [place]);
      else places.push(place);
    }
  }
  return found;
};
const none: readonly Ready[] = [];

const match = (ready: Ready, words: readonly string[], anchors: readonly number[]): Span | undefined => {
  const parts = (ready.parts ??= partsOf(ready.line));
  return matchPhrase(parts, words, { anchors, back: (ready.back ??= mostBefore(parts, ready.at)) });
};

/** Every rule of a set that matches somewhere in the normalised words. */
export const findPhrases = (model: ReadingModel, set: string, plain: string): Found[] => {
  const words = plain.trim().split(' ');
  const found: Found[] = [];
  for (const [ready, anchors] of candidates(model, set, words)) {
    const span = match(ready, words, anchors);
    if (span !== undefined) found.push({ ...span, rule: ready.rule, words: words.slice(span.start, span.end).join(' ') });
  }
  return found;
};

/** Blanks every match, so that everyday speech ("dying to see him") cannot be read as danger. */
export const hidePhrases = (model: ReadingModel, set: string, plain: string): string => {
  const words = plain.trim().split(' ');
  for (const [ready, anchors] of candidates(model, set, words)) {
    for (let span = match(ready, words, anchors); span !== undefined && span.end > span.start; span = match(ready, words, anchors))
      words.fill('~', span.start, span.end);
  }
  return ` ${words.join(' ')} `;
};
