import type { Part, WordChoice } from './phrase-parts.ts';

/** Where a phrase stands: from its first word up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The first place where all parts match, given where the looked-up words stand (`anchors`, rising) and how far
 * before them the phrase may begin. Work is bounded by parts × words × gap.
 */
export const matchPhrase = (
  parts: readonly Part[],
  words: readonly string[],
  { anchors, back }: { anchors: readonly number[]; back: number },
): Span | undefined => {
  const search: Search = { parts, words, failed: undefined };
  let next = 0;
  for (const anchor of anchors) {
    for (let start = Math.max(next, anchor - back); start <= anchor; start += 1) {
      const end = matchFrom(search, 0, start);
      if (end >= 0) return { start, end };
    }
    next = Math.max(next, anchor + 1);
  }
  return undefined;
};

/** The most words that may stand before part `at`. */
export const mostBefore = (parts: readonly Part[], at: number): number =>
  parts.slice(0, at).reduce((sum, part) => sum + (part.kind === 'gap' ? part.most : part.kind === 'words' ? longest(part.words) : 0), 3);

const longest = ({ byFirst }: WordChoice): number => {
  let most = 1;
  for (const rests of byFirst.values()) for (const rest of rests) most = Math.max(most, rest.length + 1);
  return most;
};

interface Search {
  parts: readonly Part[];
  words: readonly string[];
  /** Gaps and places already known to lead nowhere: what keeps hostile texts cheap. */
  failed: Set<number> | undefined;
}

const matchFrom = (search: Search, at: number, place: number): number => {
  const part = search.parts[at];
  if (part === undefined) return place;
  if (part.kind !== 'gap') return tryPart(search, part, at, place);
  const key = at * 10_000 + place;
  if (search.failed?.has(key) === true) return -1;
  const end = tryPart(search, part, at, place);
  if (end < 0) (search.failed ??= new Set()).add(key);
  return end;
};

const tryPart = (search: Search, part: Part, at: number, place: number): number => {
  const { words } = search;
  switch (part.kind) {
    case 'start':
      return isStart(words, place) ? matchFrom(search, at + 1, place) : -1;
    case 'end':
      return isEnd(words, place) ? matchFrom(search, at + 1, place) : -1;
    case 'not_next':
      return lengthsAt(part.words, words, place).length > 0 ? -1 : matchFrom(search, at + 1, place);
    case 'not_before':
      return standsBefore(part.words, words, place) ? -1 : matchFrom(search, at + 1, place);
    case 'gap':
      return tryGap(search, part.most, at, place);
    case 'words':
      return tryWords(search, part, at, place);
  }
};

const tryGap = (search: Search, most: number, at: number, place: number): number => {
  for (let skipped = 0; skipped <= most; skipped += 1) {
    const end = matchFrom(search, at + 1, place + skipped);
    if (end >= 0) return end;
    const word = search.words[place + skipped];
    if (word === undefined || word === '.') return -1;
  }
  return -1;
};

const tryWords = (search: Search, part: Extract<Part, { kind: 'words' }>, at: number, place: number): number => {
  for (const length of lengthsAt(part.words, search.words, place)) {
    const end = matchFrom(search, at + 1, place + length);
    if (end >= 0) return end;
  }
  return part.mayMiss ? matchFrom(search, at + 1, place) : -1;
};

const none: readonly number[] = [];
const single: readonly number[] = [1];

/** How many words each fitting choice takes at a place. */
const lengthsAt = (choice: WordChoice, words: readonly string[], place: number): readonly number[] => {
  const word = words[place];
  if (choice.orEnd && isEnd(words, place)) return [0];
  if (word === undefined) return none;
  const rests = choice.byFirst.get(word);
  if (rests === undefined) return choice.beginnings.some((beginning) => word.startsWith(beginning)) ? single : none;
  if (rests.length === 1 && rests[0]?.length === 0) return single;
  return rests.filter((rest) => rest.every((next, after) => words[place + 1 + after] === next)).map((rest) => rest.length + 1);
};

const standsBefore = (choice: WordChoice, words: readonly string[], place: number): boolean => {
  for (let back = 1; back <= 4 && back <= place; back += 1)
    if (lengthsAt({ ...choice, orEnd: false }, words, place - back).includes(back)) return true;
  return false;
};

const isWord = (word: string | undefined): boolean => word !== undefined && /^[a-z0-9~]/.test(word);
const isStart = (words: readonly string[], place: number): boolean => place === 0 || !isWord(words[place - 1]);
const isEnd = (words: readonly string[], place: number): boolean => !isWord(words[place]);
