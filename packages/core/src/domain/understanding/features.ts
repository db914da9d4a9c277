import { conceptsOf, type Concepts } from './concepts.ts';
import { codeOf, hashOf } from './feature-code.ts';
import type { ReadingModel } from './reading-model.ts';
import { stemOf } from './stem.ts';

/** What a feature is made of; the number goes into its code. */
export const kinds = {
  word: 1,
  pair: 2,
  skip: 3,
  prefix: 4,
  opens: 5,
  opensPair: 6,
  closes: 7,
  concept: 8,
  concepts: 9,
  rule: 10,
} as const;

/** Told of each feature: its code, the place of its first word, and the one or two words or concepts it is made of. */
export type See = (code: number, place: number, one: string, other: string) => void;

/**
 * Every feature of a text: words, pairs, concepts and pairs of concepts, and how its sentences open and close.
 * `words` are those of a plain wording, stops included; a place counts them.
 */
export const walkFeatures = (words: readonly string[], model: ReadingModel, see: See): void => {
  const concepts = conceptsOf(model);
  const said = placed(words, concepts);
  said.forEach((here, at) => seeWord(here, said, at, see));
  seeConcepts(said, concepts, see);
};

interface Said {
  stem: string;
  hash: number;
  place: number;
  opens: boolean;
  closes: boolean;
  /** Numbers of its concepts. */
  concepts: readonly number[];
}

const isWord = (word: string | undefined): boolean => word !== undefined && /^[a-z0-9]/.test(word);

const placed = (words: readonly string[], { byWord }: Concepts): Said[] => {
  const said: Said[] = [];
  words.forEach((word, place) => {
    if (!isWord(word)) return;
    const stem = stemOf(word);
    const concepts = byWord.get(word) ?? byWord.get(stem) ?? none;
    said.push({ stem, hash: hashOf(stem), place, opens: !isWord(words[place - 1]), closes: !isWord(words[place + 1]), concepts });
  });
  return said;
};
const none: readonly number[] = [];

const seeWord = ({ stem, hash, place, opens, closes }: Said, said: readonly Said[], at: number, see: See): void => {
  const [next, after] = [said[at + 1], said[at + 2]];
  see(codeOf(kinds.word, hash, 0), place, stem, '');
  if (next !== undefined) see(codeOf(kinds.pair, hash, next.hash), place, stem, next.stem);
  if (after !== undefined) see(codeOf(kinds.skip, hash, after.hash), place, stem, after.stem);
  if (stem.length > 4) see(codeOf(kinds.prefix, hashOf(stem.slice(0, 4)), 0), place, stem.slice(0, 4), '');
  if (opens) see(codeOf(kinds.opens, hash, 0), place, stem, '');
  if (opens && next !== undefined) see(codeOf(kinds.opensPair, hash, next.hash), place, stem, next.stem);
  if (closes) see(codeOf(kinds.closes, hash, 0), place, stem, '');
};

/** How many of the next words a concept is paired with. */
const reach = 5;

const seeConcepts = (said: readonly Said[], { names, hashes }: Concepts, see: See): void => {
  const seenAt = new Int32Array(names.length).fill(-1);
  said.forEach(({ concepts, place }, at) => {
    if (concepts.length === 0) return;
    const later = laterConcepts(said, at, seenAt);
    for (const one of concepts) {
      see(codeOf(kinds.concept, hashes[one] ?? 0, 0), place, names[one] ?? '', '');
      for (const other of later)
        if (other !== one) see(codeOf(kinds.concepts, hashes[one] ?? 0, hashes[other] ?? 0), place, names[one] ?? '', names[other] ?? '');
    }
  });
};

/** Concepts of the next words, each once; `seenAt` remembers for which word each was met last. */
const laterConcepts = (said: readonly Said[], at: number, seenAt: Int32Array): number[] => {
  const later: number[] = [];
  for (let next = at + 1; next <= at + reach && next < said.length; next += 1) {
    for (const concept of said[next]?.concepts ?? none) {
      if (seenAt[concept] === at) continue;
      seenAt[concept] = at;
      later.push(concept);
    }
  }
  return later;
};
