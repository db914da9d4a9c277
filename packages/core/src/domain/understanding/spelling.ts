import type { Wording } from './normalise.ts';
import type { ReadingModel } from './reading-model.ts';
import { unpackWords } from './word-list.ts';

/** Every word that is spelled right, and those of a first letter by their sound, made when first asked for. */
interface Spellings {
  /** Words of everyday, without those that only rules know. */
  everyday: Set<string>;
  known: Set<string>;
  right: readonly string[];
  bySound: Map<string, Map<string, string[]>>;
}

// Made once per model; a pure cache, as the model decides all of it.
const caches = new WeakMap<ReadingModel, Spellings>();

const spellingsOf = (model: ReadingModel): Spellings => {
  let made = caches.get(model);
  if (made === undefined) caches.set(model, (made = gather(model)));
  return made;
};

const gather = (model: ReadingModel): Spellings => {
  const everyday = unpackWords(model.known);
  const right = [...everyday, ...unpackWords(model.ruleWords)];
  return { everyday: new Set(everyday), known: new Set([...right, ...Object.keys(model.expansions)]), right, bySound: new Map() };
};

/** Whether a word is one that people use, spelled right. */
export const isSpelledRight = (word: string, model: ReadingModel): boolean => spellingsOf(model).everyday.has(word);

/** Known words that begin and sound alike. */
const soundingLike = (word: string, { right, bySound }: Spellings): readonly string[] => {
  const letter = word.slice(0, 1);
  let sounds = bySound.get(letter);
  if (sounds === undefined) bySound.set(letter, (sounds = bySoundOf(right.filter((other) => other.startsWith(letter)))));
  return sounds.get(soundOf(word)) ?? [];
};

const bySoundOf = (words: readonly string[]): Map<string, string[]> => {
  const made = new Map<string, string[]>();
  for (const word of words) {
    const sound = soundOf(word);
    const there = made.get(sound);
    if (there === undefined) made.set(sound, [word]);
    else there.push(word);
  }
  return made;
};

/** Words written as they sound (`folowing`, `depreshun`, `fiveeee`) as the one known word they can be; others as they are. */
export const respellWords = (wording: Wording, model: ReadingModel): Wording => {
  const spellings = spellingsOf(model);
  const respelled = new Map<string, string>();
  const pieces = wording.plain
    .trim()
    .split(' ')
    .map((word, at) => (at < mostWords && isUnknown(word, spellings) ? once(word, spellings, respelled) : word));
  return { ...wording, plain: ` ${pieces.join(' ')} `, words: pieces.filter((piece) => /^[a-z0-9]/.test(piece)) };
};

/** Words beyond this are read as written: they say little more and cost time. */
const mostWords = 200;

/** Neither known itself nor a form of a known word. */
const isUnknown = (word: string, { known }: Spellings): boolean =>
  /^[a-z]{4,24}$/.test(word) &&
  !known.has(word) &&
  !known.has(word.replace(/(?:s|d|ed|er|ing|ly)$/, '')) &&
  !known.has(word.replace(/(?:ed|ing)$/, 'e'));

const once = (word: string, spellings: Spellings, respelled: Map<string, string>): string => {
  const before = respelled.get(word);
  if (before !== undefined) return before;
  const after = respell(word, spellings);
  respelled.set(word, after);
  return after;
};

const respell = (word: string, spellings: Spellings): string => {
  for (const fewer of [word.replace(/(.)\1{2,}/g, '$1$1'), word.replace(/(.)\1{2,}/g, '$1')])
    if (fewer !== word && spellings.known.has(fewer)) return fewer;
  return nearest(word, soundingLike(word, spellings)) ?? word;
};

/** The one nearest word: a slip away, two where both are long; of two as near as each other neither. */
const nearest = (word: string, others: readonly string[]): string | undefined => {
  const near = others
    .filter((other) => Math.abs(word.length - other.length) <= 2)
    .map((other) => ({ other, slips: slipsBetween(word, other) }))
    .filter(({ other, slips }) => slips <= (Math.min(word.length, other.length) >= 6 ? 2 : 1))
    .sort((one, two) => one.slips - two.slips);
  return near[0]?.slips === near[1]?.slips ? undefined : near[0]?.other;
};

const slipsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      next[to] = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

const sounds: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/^(?:kn|gn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/[st]ion|cian|shun|shon/g, 'xn'],
  [/gh(?=t|$)/g, ''],
  [/dg/g, 'j'],
  [/t?ch/g, 'C'],
  [/sh/g, 'x'],
  [/th/g, 'T'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/x(?!n)/g, 'ks'],
  [/mb$/, 'm'],
  [/(?:ie|ey|ee|y|i)$/, '9'],
];

/** A word's consonants as they sound; vowels only where it begins with one. */
const soundOf = (word: string): string => {
  const spoken = sounds.reduce((left, [written, heard]) => left.replace(written, heard), word);
  return (
    (/^[aeiou]/.test(spoken) ? 'a' : '') +
    spoken
      .replace(/^./, (first) => (/[aeiou]/.test(first) ? '' : first))
      .replace(/(?!^)[aeiouywh]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
};
