import type { Lexicon } from '../lexicon.ts';
import type { Command } from '../meaning.ts';
import { readHour } from './hours.ts';
import type { Wording } from './normalise.ts';
import { numberOf } from './numbers.ts';

const plainWords: Record<string, Command> = {
  RESUME: { name: 'resume' },
  UNPAUSE: { name: 'resume' },
  CONTINUE: { name: 'resume' },
  SLOWER: { name: 'slower' },
  LESS: { name: 'slower' },
  SLOW: { name: 'slower' },
  SLOWDOWN: { name: 'slower' },
  FEWER: { name: 'slower' },
  FASTER: { name: 'faster' },
  DAILY: { name: 'daily' },
  EVERYDAY: { name: 'daily' },
  LATER: { name: 'later' },
  NOTTODAY: { name: 'later' },
  NOTNOW: { name: 'later' },
  STATUS: { name: 'status' },
  PRIVATE: { name: 'private' },
  MENU: { name: 'menu' },
  TOPICS: { name: 'menu' },
  OPTIONS: { name: 'menu' },
  KEYWORDS: { name: 'menu' },
  COMMANDS: { name: 'menu' },
  HUMAN: { name: 'human' },
  AGENT: { name: 'human' },
  MORE: { name: 'more' },
  NEXT: { name: 'more' },
  MAS: { name: 'more' },
  MYDATA: { name: 'my_data' },
  EXPORT: { name: 'my_data' },
  FORGETME: { name: 'forget_me' },
  DELETE: { name: 'forget_me' },
  DELETEME: { name: 'forget_me' },
  ERASE: { name: 'forget_me' },
  ESPANOL: { name: 'language', language: 'es' },
  SPANISH: { name: 'language', language: 'es' },
  ENGLISH: { name: 'language', language: 'en' },
  INGLES: { name: 'language', language: 'en' },
  PAUSE: { name: 'pause' },
  PAUSA: { name: 'pause' },
  TIME: { name: 'time' },
  ZONE: { name: 'zone' },
  JOIN: { name: 'join' },
};
for (const phrase of [
  'AREYOUREAL',
  'AREYOUTHERE',
  'WHOISTHIS',
  'WHOSTHIS',
  'AREYOUABOT',
  'ISTHISABOT',
  'AREYOUHUMAN',
  'AREYOUAHUMAN',
  'AREYOUAREALPERSON',
  'ISTHISAREALPERSON',
  'REALPERSON',
  'ANYONETHERE',
  'ISANYONETHERE',
  'ISANYBODYTHERE',
  'ANYBODYTHERE',
  'WHOAREYOU',
  'ISTHISAPERSON',
  'AREYOUAI',
  'ISTHISAI',
  'AREYOUAPERSON',
  'RUREAL',
  'HOWDIDYOUGETMYNUMBER',
  'AREYOUAROBOT',
  'ISTHISAUTOMATED',
  'YOUTHERE',
  'CANITALKTOSOMEONE',
  'CANITALKTOAHUMAN',
  'TALKTOAPERSON',
  'TALKTOAHUMAN',
  'WHATISTHIS',
  'WHATSTHIS',
])
  plainWords[phrase] = { name: 'human' };

/** Words that only ever are commands; no keyword is corrected into or out of them. */
export const isCommandWord = (whole: string): boolean => Object.hasOwn(plainWords, whole);

/** A command in its exact form, with its value: `PAUSE 5`, `TIME 8PM`, `ZONE DENVER`, `JOIN WEEK`. */
export const readCommandWord = (wording: Wording, lexicon: Lexicon): Command | undefined => {
  const exact = Object.hasOwn(plainWords, wording.whole) ? plainWords[wording.whole] : undefined;
  return exact ?? readWithValue(wording, lexicon);
};

const readWithValue = ({ words, text }: Wording, lexicon: Lexicon): Command | undefined => {
  const rest = words.slice(1);
  switch (words[0]) {
    case 'pause':
      return rest.length > 4 ? undefined : withDays(readDays(rest));
    case 'time':
      return rest.length > 3 ? undefined : timeAt(readHour(text.slice(4)), rest.length);
    case 'zone':
      return rest.length > 6 ? undefined : { name: 'zone', place: placeIn(text) };
    case 'join':
      return rest.length > 4 ? undefined : joinOf(rest.join('').toUpperCase(), lexicon);
    default:
      return undefined;
  }
};

const withDays = (days: number | undefined): Command => (days === undefined ? { name: 'pause' } : { name: 'pause', days });
const timeAt = (at: string | undefined, more: number): Command | undefined => {
  if (at !== undefined) return { name: 'time', at };
  return more === 0 ? { name: 'time' } : undefined;
};
const placeIn = (text: string): string =>
  text
    .replace(/^\W*zone[\s:,-]*/i, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[.!?"]+$/, '')
    .trim();

const joinOf = (word: string, lexicon: Lexicon): Command => {
  const programme = programmeIn(word, lexicon);
  return programme === undefined ? { name: 'join' } : { name: 'join', programme };
};

/** The programme whose word stands in the letters, longest word first: `THEFIRSTWEEKONE`. */
export const programmeIn = (letters: string, { programmes }: Lexicon): string | undefined => {
  const named = Object.keys(programmes)
    .sort((one, other) => other.length - one.length)
    .find((word) => letters.includes(word));
  return named === undefined ? undefined : programmes[named];
};

const units: Record<string, number> = {
  day: 1,
  days: 1,
  d: 1,
  dia: 1,
  dias: 1,
  night: 1,
  nights: 1,
  week: 7,
  weeks: 7,
  wk: 7,
  wks: 7,
  semana: 7,
  semanas: 7,
  fortnight: 14,
  month: 30,
  months: 30,
  mes: 30,
  weekend: 3,
};
const counts: Record<string, number> = { a: 1, an: 1, the: 1, this: 1, next: 1, few: 3, couple: 2, several: 4, un: 1, whole: 1 };

/** Days in words such as `5`, `5 days`, `a week`, `2 weeks`, `a couple of days`; undefined when none is named. */
export const readDays = (words: readonly string[]): number | undefined => {
  const named = words.flatMap((word, at) => spanAt(words, word, at) ?? []);
  const span = named.find(({ isCounted }) => isCounted) ?? named[0];
  if (span !== undefined) return span.days;
  const only = words.filter((word) => word !== 'for').map(numberOf);
  return only.length === 1 ? only[0] : undefined;
};

/** A length of time at a place; "on nights" is a shift, not a length. */
const spanAt = (words: readonly string[], word: string, at: number): { days: number; isCounted: boolean } | undefined => {
  const joined = /^(\d{1,3})(d|days?|w|wks?|weeks?|months?)$/.exec(word);
  if (joined !== null)
    return { days: Number(joined[1]) * (joined[2]?.startsWith('w') ? 7 : joined[2]?.startsWith('m') ? 30 : 1), isCounted: true };
  const unit = Object.hasOwn(units, word) ? units[word] : undefined;
  if (unit === undefined || (words[at - 1] === 'on' && /^(?:nights?|days?)$/.test(word))) return undefined;
  const count = countBefore(words, at);
  return { days: unit * (count ?? 1), isCounted: count !== undefined };
};

const countBefore = (words: readonly string[], at: number): number | undefined =>
  words
    .slice(Math.max(0, at - 3), at)
    .reverse()
    .map((word) => numberOf(word) ?? (Object.hasOwn(counts, word) ? counts[word] : undefined))
    .find((count) => count !== undefined);
