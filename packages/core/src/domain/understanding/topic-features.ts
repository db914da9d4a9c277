import { findPhrases } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';

/** What the ranker sees of a text: words, pairs of words, concepts, pairs of concepts and phrase rules. */
export const topicFeatures = (plain: string, model: ReadingModel): Set<string> => {
  const words = plain
    .split(' ')
    .filter((word) => /^[a-z0-9]/.test(word))
    .slice(0, longest);
  const stems = words.map(stemOf);
  const features = new Set<string>();
  const known = conceptMap(model.concepts);
  stems.forEach((stem, at) => addWord(features, stem, stems.slice(at + 1, at + 3)));
  addConcepts(
    features,
    stems.map((stem, at) => known.get(words[at] ?? stem) ?? known.get(stem) ?? []),
  );
  for (const { rule } of findPhrases(model, 'topic', plain)) features.add(`=${rule.gives ?? ''}`);
  features.add(`#${Math.min(4, Math.floor(Math.log2(words.length + 1)))}`);
  return features;
};

/** Words beyond this say little about the topic and only cost time. */
const longest = 50;

const addWord = (features: Set<string>, stem: string, next: readonly string[]): void => {
  features.add(stem);
  if (next[0] !== undefined) features.add(`${stem} ${next[0]}`);
  if (next[1] !== undefined) features.add(`${stem} _ ${next[1]}`);
  if (stem.length > 4) features.add(`^${stem.slice(0, 4)}`);
};

// Word or stem → its concepts; a pure cache, as the table decides it.
const byWord = new WeakMap<object, Map<string, string[]>>();

const conceptMap = (concepts: Readonly<Record<string, string>>): Map<string, string[]> => {
  let made = byWord.get(concepts);
  if (made !== undefined) return made;
  byWord.set(concepts, (made = new Map()));
  for (const [concept, words] of Object.entries(concepts)) for (const word of words.split(' ')) addForms(made, concept, word);
  return made;
};

const addForms = (made: Map<string, string[]>, concept: string, word: string): void => {
  for (const form of new Set([word, stemOf(word)])) {
    const there = made.get(form);
    if (there === undefined) made.set(form, [concept]);
    else if (!there.includes(concept)) there.push(concept);
  }
};

/** Concepts one by one, and each with those of the next four words, in order. */
const addConcepts = (features: Set<string>, found: readonly (readonly string[])[]): void => {
  found.forEach((here, at) => {
    for (const concept of here) {
      features.add(`@${concept}`);
      addPairs(features, concept, found.slice(at + 1, at + 5).flat());
    }
  });
};

const addPairs = (features: Set<string>, concept: string, later: readonly string[]): void => {
  for (const other of later) if (other !== concept) features.add(`@${concept}>${other}`);
};

const endings = /(?:ations?|ness|ingly|edly|ments?|ings?|ied|ies|ers?|ed|es|ly|s)$/;

/** A rough stem: good enough to bring `texting`, `texted` and `texts` together. */
export const stemOf = (word: string): string => {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const cut = word.replace(endings, '');
  const stem = cut.length >= 3 ? cut : word;
  return /([bdglmnprt])\1$/.test(stem) && stem.length > 3
    ? stem.slice(0, -1)
    : stem.endsWith('e') && stem.length > 4
      ? stem.slice(0, -1)
      : stem;
};
