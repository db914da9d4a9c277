import { hashOf } from './feature-code.ts';
import type { ReadingModel } from './reading-model.ts';
import { stemOf } from './stem.ts';

/** Word classes by number: `hit`, `punched` and `shoved` mean much the same to the ranker. */
export interface Concepts {
  names: readonly string[];
  hashes: readonly number[];
  /** Word or stem → the numbers of its concepts. */
  byWord: ReadonlyMap<string, number[]>;
}

// Made once per table; a pure cache, as the table decides it.
const made = new WeakMap<object, Concepts>();

export const conceptsOf = ({ concepts }: ReadingModel): Concepts => {
  const before = made.get(concepts);
  if (before !== undefined) return before;
  const [names, byWord] = [Object.keys(concepts), new Map<string, number[]>()];
  for (const [at, words] of Object.values(concepts).entries()) for (const word of words.split(' ')) addForms(byWord, at, word);
  const all = { names, hashes: names.map(hashOf), byWord };
  made.set(concepts, all);
  return all;
};

const addForms = (byWord: Map<string, number[]>, concept: number, word: string): void => {
  addForm(byWord, concept, word);
  const stem = stemOf(word);
  if (stem !== word) addForm(byWord, concept, stem);
};

const addForm = (byWord: Map<string, number[]>, concept: number, form: string): void => {
  const there = byWord.get(form);
  if (there === undefined) byWord.set(form, [concept]);
  else if (there.at(-1) !== concept) there.push(concept);
};
