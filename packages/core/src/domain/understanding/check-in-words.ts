import type { Lexicon } from '../lexicon.ts';
import type { Meaning } from '../meaning.ts';
import type { Wording } from './normalise.ts';
import { findPhrases } from './phrase-rules.ts';

const soft = new Set(
  'feeling feel im i am today its ive been honestly about kind of pretty so really very quite a bit just still doing it was maybe guess mostly bit the right now rn tbh thanks me lol haha tonight this morning at moment hmm well ok okay estoy hoy muy un poco day in and today better than yesterday'.split(
    ' ',
  ),
);
const faces: Record<string, 1 | 2 | 3 | 4 | 5> = {
  '😭': 1,
  '💔': 1,
  '😢': 2,
  '😞': 2,
  '😔': 2,
  '🙁': 2,
  '☹': 2,
  '😐': 3,
  '😕': 2,
  '🙂': 4,
  '😊': 4,
  '😀': 5,
  '😄': 5,
  '😁': 5,
};

/** In more words than these a level may be meant of anything. */
const mostWords = 60;

/** A level named in words wherever they stand: `rock bottom`, `middle of the road`, `couldn't be better`. */
export const readLevel = ({ words, plain }: Wording, { reading }: Lexicon): Meaning | undefined => {
  const level = reading === undefined || words.length > mostWords ? undefined : findPhrases(reading, 'level', plain).at(-1);
  return level === undefined ? undefined : scaled(Number(level.rule.gives) as 1 | 2 | 3 | 4 | 5, level.words);
};

/** A short answer in words or one face: `meh`, `pretty good`, `😐`. */
export const readScaleWord = (wording: Wording, lexicon: Lexicon): Meaning | undefined => {
  const [{ words, plain, text, whole }, { reading, keywords }] = [wording, lexicon];
  const face = words.length === 0 ? faces[text.trim()] : undefined;
  if (face !== undefined) return scaled(face, text.trim());
  if (
    words.length === 0 ||
    words.length > 8 ||
    Object.hasOwn(keywords, whole) ||
    /^(?:ok|okay|k|fine thanks|good night|thanks?)$/.test(words.join(' '))
  )
    return undefined;
  const found = (reading === undefined ? [] : findPhrases(reading, 'checkin', plain)).sort(
    (one, other) => other.words.length - one.words.length,
  )[0];
  if (found === undefined || !isOnlyAbout(words, found.words)) return readLevel(wording, lexicon);
  return scaled(Number(found.rule.gives) as 1 | 2 | 3 | 4 | 5, found.words);
};

/** All other words only soften it; anything more is a text to be understood by itself. */
const isOnlyAbout = (words: readonly string[], said: string): boolean => {
  const part = new Set(said.split(' '));
  return words.every((word) => part.has(word) || soft.has(word));
};

const scaled = (value: 1 | 2 | 3 | 4 | 5, words: string): Meaning => ({
  kind: 'check_in',
  value,
  rule: 'check_in.word',
  because: `"${words}" means about ${value}`,
});
