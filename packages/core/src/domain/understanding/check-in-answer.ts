import type { Lexicon } from '../lexicon.ts';
import type { Meaning, ReadingState, Sense } from '../meaning.ts';
import { readLevel, readScaleWord } from './check-in-words.ts';
import type { Wording } from './normalise.ts';
import {
  isAnswerBefore,
  isAsideBefore,
  isCountedAfter,
  maskOtherNumbers,
  mayBeAnswer,
  opensMessage,
  standsAlone,
} from './number-places.ts';
import { numberOf } from './numbers.ts';

type Level = 1 | 2 | 3 | 4 | 5;
export const isLevel = (value: number): value is Level => Number.isInteger(value) && value >= 1 && value <= 5;

/** Digits: an answer while a check-in is open, a stray number otherwise. 0 and below count as 1 (X9). */
export const readCheckIn = (wording: Wording, state: ReadingState, lexicon: Lexicon): Meaning | undefined => {
  const digits = /^[\s"'(]*(-?\d{1,6})(?:[\s.!"')]|\u20E3)*$/.exec(wording.text)?.[1];
  if (digits !== undefined) return numbered(Number(digits), state);
  return state.checkInOpen ? readAnswer(wording, lexicon) : undefined;
};

const readAnswer = (wording: Wording, lexicon: Lexicon): Meaning | undefined =>
  /\d/.test(wording.text)
    ? (readSaidNumber(wording) ?? readScaleWord(wording, lexicon))
    : (readLevel(wording, lexicon) ?? readSaidNumber(wording) ?? readSaidNumber(respelled(wording)) ?? readScaleWord(wording, lexicon));

/** The words as they are read, not as they were written: `fiveeee`, `thre`. */
const respelled = (wording: Wording): Wording => ({ ...wording, text: wording.plain.replaceAll(' . ', '. ').trim() });

const numbered = (value: number, { checkInOpen }: ReadingState): Meaning => ({
  ...(checkInOpen ? answer(value) : stray(value)),
  rule: 'check_in.digits',
  because: `the whole message is the number ${value}`,
});

const answer = (value: number): Sense => {
  if (value <= 0) return { kind: 'check_in', value: 1 };
  return isLevel(value) ? { kind: 'check_in', value } : { kind: 'check_in_unclear' };
};

const stray = (value: number): Sense => (isLevel(value) ? { kind: 'stray_number', value } : { kind: 'stray_number' });

/** Whole messages as thumbs and dictation write them: `too`, `for`, `won`. */
const heardAs: Readonly<Record<string, number>> = {
  won: 1,
  wun: 1,
  wan: 1,
  nought: 0,
  fower: 4,
  too: 2,
  to: 2,
  tow: 2,
  tree: 3,
  free: 3,
  for: 4,
  fore: 4,
  foar: 4,
  fiv: 5,
  hive: 5,
};

/** A number among other words, and what the words around make of it. */
interface Said {
  value: number;
  /** `yes`: named as the answer. `no`: told of another day. `maybe`: neither. */
  isAnswer: 'yes' | 'maybe' | 'no';
}

const outOf = /(?:^|\s)(-?\d{1,2}|[a-z]{3,5})\s*(?:\/|out of|out off|over|of|de)\s*(?:a )?(?:5|five|cinco)\b/;
const number =
  /(?<![\w.~$£€#:])(-?\d{1,2}(?:\.\d)?|zero|one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco)(?:ish|\+|\u20E3)?(?![\w~]|\.\d|[:/]\d)/g;
const torn = /\d\.[1-9]|\band a half\b|\by medio\b|\bbetween (?:a )?\w+ and\b/;

/** One number said among other words; two that stand side by side, a half or one out of range are asked again. */
const readSaidNumber = ({ text, words }: Wording): Meaning | undefined => {
  const low = text.toLowerCase().replace(/['’]/g, '').slice(0, 1200);
  if (words.length === 1 && Object.hasOwn(heardAs, words[0] ?? '')) return found(heardAs[words[0] ?? ''] ?? 0, low);
  const rated = outOf.exec(low);
  const rating = rated === null ? undefined : (numberOf(rated[1] ?? '') ?? heardAs[rated[1] ?? '']);
  if (rating !== undefined) return found(rating, rated?.[0].trim() ?? '');
  const stars = [...low].filter((letter) => letter === '⭐' || letter === '★' || letter === '🌟').length;
  if (stars > 0) return found(stars, 'stars');
  return decide(low, words.length);
};

const decide = (low: string, words: number): Meaning | undefined => {
  if (cannotChoose.test(low) || outOfTen.test(low) || (tooHigh.test(low) && words <= 5)) return unclear(low);
  const left = maskOtherNumbers(low);
  const said = [...left.matchAll(number)].flatMap((match) => saidAt(left, match, words));
  const [named, likely] = [said.filter(({ isAnswer }) => isAnswer === 'yes'), said.filter(({ isAnswer }) => isAnswer !== 'no')];
  const chosen = named.length > 0 ? named : likely;
  const last = chosen.at(-1);
  if (last === undefined) return undefined;
  if (torn.test(left) && named.length === 0) return unclear(left);
  const values = new Set(chosen.map(({ value }) => value));
  return values.size > 1 && named.length === 0 && !corrects.test(left) ? unclear(left) : found(last.value, left);
};

/** Another scale than ours, or more than it holds. */
const outOfTen = /(?:^|\s)(?:\d{1,3}(?:\.\d)?|[a-z]{3,7})\s*(?:\/|out of)\s*(?:10|ten|100|a hundred)\b/;
const tooHigh = /\b(?:\d{2,5}|six|seven|eight|nine|ten|eleven|twelve|hundred|million)\b/;

const one = '(?:-?\\d{1,2}|zero|one|two|three|four|five|wan)';
/** "2 or 4 depends", "1 in the morning and 5 at night": two answers, and nobody says which. */
const cannotChoose = new RegExp(
  `\\b(?:an? )?${one}s?\\s*(?:or|our|-|\u2013|\\/)\\s*(?:maybe )?(?:an? )?${one}\\b(?!\\s*(?:times|days|people|hours|minutes|weeks|years|more))|\\b(?:from|between) (?:an? )?${one} (?:to|and) (?:an? )?${one}\\b(?!,)|\\b${one}\\b[^.!?]{0,24}\\b(?:morning|night|chest|before lunch|hours|days|moments)\\b[^.!?]{0,24}\\b${one}\\b[^.!?]{0,24}\\b(?:night|evening|teatime|after|garden|days|others|hours|cannot|couldnt|cant|pick|drama)\\b|\\b${one}\\b.{0,30}\\b${one}\\b.{0,20}\\b(?:depends|depending|pick (?:one|wan)|flip a coin|take your pick|confused|couldnt tell|cant (?:pick|choose|call)|cannot (?:choose|average|decide)|dont know|dunno)\\b`,
);

const corrects = /\b(?:no|actually|sorry|i mean|mejor dicho|wait|scratch that|make that)\b/;
const saidAt = (left: string, match: RegExpExecArray, words: number): Said[] => {
  const [before, after] = [left.slice(0, match.index), left.slice(match.index + match[0].length)];
  const value = Number.isNaN(Number(match[1])) ? (numberOf(match[1] ?? '') ?? 0) : Number(match[1]);
  if (standsAlone(before, after) || (isAnswerBefore(before) && !isCountedAfter(after))) return [{ value, isAnswer: 'yes' }];
  if (/^\s*(?:today|now|tonight|right now|rn|for today|for now)\b/.test(after)) return [{ value, isAnswer: 'yes' }];
  if (/^\s*(?:yesterday|last (?:week|night)|on (?:mon|tues|wed|thurs|fri|sat|sun)|this morning)/.test(after))
    return [{ value, isAnswer: 'no' }];
  if (isCountedAfter(after)) return [];
  if (isAsideBefore(before)) return [{ value, isAnswer: 'no' }];
  return mayBeAnswer(before, after) || opensMessage(before, after) || words <= 2 ? [{ value, isAnswer: 'maybe' }] : [];
};

const found = (value: number, words: string): Meaning => ({
  ...answer(value),
  rule: 'check_in.number',
  because: `"${words.trim()}" names ${value}`,
});
const unclear = (words: string): Meaning => ({
  kind: 'check_in_unclear',
  rule: 'check_in.unclear',
  because: `"${words.trim()}" is not one number from 1 to 5`,
});
