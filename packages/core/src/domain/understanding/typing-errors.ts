import type { Lexicon } from '../lexicon.ts';
import type { Meaning } from '../meaning.ts';
import { isCommandWord, readCommandWord } from './command-words.ts';
import type { Wording } from './normalise.ts';
import { isSpelledRight } from './spelling.ts';
import { carrierWords, isReserved } from './whole-words.ts';

const commandNames = 'PAUSE RESUME SLOWER FASTER DAILY LATER STATUS PRIVATE MENU MORE MYDATA FORGETME DELETE ESPANOL ENGLISH HUMAN'.split(
  ' ',
);
const stopNames = 'STOP UNSUBSCRIBE STOPALL CANCEL OPTOUT'.split(' ');
const leading = ['JOIN', 'PAUSE', 'TIME', 'ZONE'];

/**
 * A short text one slip away from a keyword or command (two from nine letters on). Reserved words and
 * words spelled right are never corrected; onto a safety word it is, but the match says so and sets no flag (X20).
 */
export const readTypingError = (wording: Wording, lexicon: Lexicon): Meaning | undefined => {
  const { whole, words } = wording;
  if (words.length === 0 || words.length > 3 || whole.length > 18 || isReserved(whole) || isCommandWord(whole)) return undefined;
  if (words.length > 1) return readLeadingSlip(wording, lexicon) ?? readSlip(wording, lexicon);
  return isKnown(words[0] ?? '', lexicon) ? undefined : readSlip(wording, lexicon);
};

const isKnown = (word: string, { reading }: Lexicon): boolean => reading !== undefined && isSpelledRight(word, reading);

const readSlip = ({ whole, words }: Wording, lexicon: Lexicon): Meaning | undefined => {
  if (words.length > 1 && words.every((word) => isKnown(word, lexicon))) return undefined;
  const stop = nearest(whole, stopNames);
  if (stop !== undefined && whole.length >= 4 && carrierWords.has(stop))
    return { kind: 'opt_out', how: 'plain', rule: 'opt_out.typing_error', because: `"${whole}" is one slip from ${stop}` };
  const near = nearest(whole, [...Object.keys(lexicon.keywords), ...commandNames]);
  if (near === undefined) return undefined;
  const topic = Object.hasOwn(lexicon.keywords, near) ? lexicon.keywords[near] : undefined;
  if (topic !== undefined)
    return { kind: 'keyword', topic, match: 'typing_error', rule: 'keyword.typing_error', because: `"${whole}" is near ${near}` };
  const command = readCommandWord({ text: near, plain: ` ${near.toLowerCase()} `, words: [near.toLowerCase()], whole: near }, lexicon);
  return command === undefined
    ? undefined
    : { kind: 'command', command, rule: 'command.typing_error', because: `"${whole}" is near ${near}` };
};

/** `JION PATIENCE`, `PUASE 5`, `JOIN PATIANCE`. */
const readLeadingSlip = ({ text, words }: Wording, lexicon: Lexicon): Meaning | undefined => {
  const first = isKnown(words[0] ?? '', lexicon) ? undefined : nearest((words[0] ?? '').toUpperCase(), leading);
  if (first === undefined) return undefined;
  const rest = words.slice(1).join('').toUpperCase();
  const programme = first === 'JOIN' ? nearest(rest, Object.keys(lexicon.programmes)) : undefined;
  const mended = `${first} ${programme ?? text.split(/\s+/).slice(1).join(' ')}`;
  const command = readCommandWord(
    { text: mended, plain: '', words: mended.toLowerCase().split(/\s+/), whole: mended.replace(/\s/g, '') },
    lexicon,
  );
  return command === undefined
    ? undefined
    : { kind: 'command', command, rule: 'command.typing_error', because: `"${words[0] ?? ''}" is near ${first}` };
};

const nearest = (word: string, among: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = 9;
  for (const other of among) {
    const distance = slips(word, other, slipsAllowed(other.length));
    if (distance < least || (distance === least && best !== undefined && other[0] === word[0] && best[0] !== word[0]))
      [best, least] = [other, distance];
  }
  return least <= 2 ? best : undefined;
};

const slipsAllowed = (length: number): number => (length >= 9 ? 2 : length >= 4 ? 1 : 0.5);

/** Slips between two words (a swap counts one, in a three-letter word one half); 9 when above the limit. */
const slips = (one: string, other: string, limit: number): number => {
  if (Math.abs(one.length - other.length) > Math.ceil(limit)) return 9;
  if (one === other) return 0;
  if (limit < 1) return isSwap(one, other) || collapse(one) === collapse(other) ? 0.5 : 9;
  const distance = swapDistance(one, other);
  return distance <= limit ? distance : 9;
};

const collapse = (word: string): string => word.replace(/(.)\1+/g, '$1');
const isSwap = (one: string, other: string): boolean =>
  one.length === other.length && [...one].sort().join('') === [...other].sort().join('') && swapDistance(one, other) === 1;

/** Edits with neighbouring swaps (optimal string alignment). */
const swapDistance = (one: string, other: string): number => {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      let least = Math.min((last[at] ?? 9) + 1, (next[at - 1] ?? 9) + 1, (last[at - 1] ?? 9) + cost);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        least = Math.min(least, (before[at - 2] ?? 9) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 9;
};
