import type { Wording } from './normalise.ts';

/** The words of a text as they would be written out: `idk if u` → `i dont know if you`. */
export const expandWords = (wording: Wording, expansions: Readonly<Record<string, string>>): Wording => {
  const pieces = wording.plain.trim().split(' ');
  const out: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const length = longestKnown(pieces, at, expansions);
    const written = pieces.slice(at, at + Math.max(1, length)).join(' ');
    out.push(length > 0 ? (expansions[written] ?? written) : shorten(written));
    at += Math.max(1, length);
  }
  const plain = ` ${out.filter((piece) => piece !== '').join(' ')} `;
  return { ...wording, plain, words: plain.split(' ').filter((piece) => /^[a-z0-9]/.test(piece)) };
};

// First word of a written form → the most words such a form has; a pure cache, as the table decides it.
const firstWords = new WeakMap<object, Map<string, number>>();

const firstWordsOf = (expansions: Readonly<Record<string, string>>): Map<string, number> => {
  let made = firstWords.get(expansions);
  if (made !== undefined) return made;
  firstWords.set(expansions, (made = new Map()));
  for (const written of Object.keys(expansions)) {
    const words = written.split(' ');
    made.set(words[0] ?? '', Math.max(words.length, made.get(words[0] ?? '') ?? 0));
  }
  return made;
};

const longestKnown = (pieces: readonly string[], at: number, expansions: Readonly<Record<string, string>>): number => {
  for (let length = Math.min(firstWordsOf(expansions).get(pieces[at] ?? '') ?? 0, pieces.length - at); length > 0; length -= 1) {
    if (Object.hasOwn(expansions, pieces.slice(at, at + length).join(' '))) return length;
  }
  return 0;
};

/** `sooooo` → `soo`, `su1cidal` → `suicidal`: letters drawn out for feeling, digits that hide a word. */
const shorten = (word: string): string => {
  if (word.length < 4) return word;
  const long = word.replace(/([a-z])\1{2,}/g, '$1$1');
  return /^[a-z]+\d[a-z]+$/.test(long) ? long.replace(/\d/, (digit) => letters[digit] ?? digit) : long;
};
const letters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };
