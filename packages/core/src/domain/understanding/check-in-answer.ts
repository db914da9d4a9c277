import type { Lexicon } from '../lexicon.ts';
import type { Meaning, ReadingState, Sense } from '../meaning.ts';
import { readScaleWord } from './check-in-words.ts';
import type { Wording } from './normalise.ts';

type Level = 1 | 2 | 3 | 4 | 5;
export const isLevel = (value: number): value is Level => Number.isInteger(value) && value >= 1 && value <= 5;

/** Digits: an answer while a check-in is open, a stray number otherwise. 0 and below count as 1 (X9). */
export const readCheckIn = (wording: Wording, state: ReadingState, lexicon: Lexicon): Meaning | undefined => {
  const digits = /^[\s"'(]*(-?\d{1,6})(?:[\s.!"')]|\u20E3)*$/.exec(wording.text)?.[1];
  if (digits !== undefined) return numbered(Number(digits), state);
  return state.checkInOpen ? (readSaidNumber(wording) ?? readSaidNumber(respelled(wording)) ?? readScaleWord(wording, lexicon)) : undefined;
};

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

const names = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco';
const values: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
};
/** Numbers that count, date or time something are not answers. */
const otherNumbers =
  /\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?(?:am|pm|oclock|h)\b|\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\+?\d[\d ()-]{6,}\d|(?:\b(?:note|day|week|step|chapter|part|age|aged|number|since|at|about|around|by|until|before|after|for|in|past|every|only|got|have|had|these|last|next|we|my|with|took|been|of|no)\s)?\b(?:\d+|one|two|three|four|five)\s+(?:more|kids?|child(?:ren)?|days?|weeks?|months?|years?|hours?|hrs?|min(?:ute)?s?|times?|texts?|messages?|calls?|people|friends|things|dogs?|cats?|of us|of them|am|pm|oclock|dollars|miles|percent|nights?|sons?|daughters?|yrs?|boys|girls|beers?|drinks?|jobs?|cups?|pages?|notes?|questions?|words?|thing|person|day|minute|second|dias?|horas?|semanas?|hijos)\b|\b(?:at|note|day|week|since|until|before|after|by|age|aged|room|class|grade|size|channel|bus|route|chapter|step)\s+(?:\d{1,2}|one|two|three|four|five)\b|\$\d+|\d+%|\b(?:im|i am|i'm)\s+(?:[6-9]|\d\d)\b|\b\d{3,}\b|\bno ?one\b|\b(?:the|this|that|another|someone|each|which|only|every|any|loved|right|no|good|bad|big|small|new|old|last|next|first|a hard|a tough|for) one\b|\bone (?:of|more|day|thing|who|that|minute)\b/g;
const range =
  /(-?\d(?:\.\d+)?|zero|one|two|three|four|five)\s*(?:-|–|or|to|and a half|y medio|\/|and|maybe)\s*(\d{1,2}|one|two|three|four|five)?/;

/** One number said among other words; two different ones, a half or one out of range are asked again. */
const readSaidNumber = ({ text, words }: Wording): Meaning | undefined => {
  const low = text.toLowerCase().replace(/['’]/g, '').slice(0, 400);
  const fraction = /(?:^|\s)(-?\d|one|two|three|four|five)\s*(?:\/|out of|over|of|de)\s*(?:5|five|cinco)\b/.exec(low);
  if (fraction !== null) return found(valueOf(fraction[1] ?? ''), fraction[0]);
  const stars = [...low].filter((letter) => letter === '⭐' || letter === '★' || letter === '🌟').length;
  if (stars > 0) return found(stars, 'stars');
  const left = low.replace(otherNumbers, ' ~ ');
  const said = [
    ...left.matchAll(new RegExp(`(?<![\\w.~])(-?\\d{1,2}(?:\\.\\d)?|${names})(?:ish|\\+|\\u20E3)?(?![\\w~]|\\.\\d|[:/]\\d)`, 'g')),
  ].map((each) => ({ value: valueOf(each[1] ?? ''), at: each.index, word: each[0] }));
  const halves = range.exec(left);
  const different = new Set(said.map((each) => each.value));
  if (said.length === 0) return undefined;
  if (/and a half|y medio|\d\.[1-9]|\bbetween\b/.test(left) || (halves !== null && different.size > 1)) return unclear(left.trim());
  const likely =
    different.size === 1 && said.length === words.length
      ? said
      : said.filter((each) => isAnswerPlace(left, each.at, each.word.length, words.length));
  const first = likely[0];
  if (first === undefined) return undefined;
  return different.size > 1 && !/\b(?:no|actually|sorry|i mean|mejor dicho|wait)\b/.test(left)
    ? unclear(left.trim())
    : found((likely.length > 1 ? likely.at(-1) : first)?.value ?? first.value, left.trim());
};

const valueOf = (said: string): number => values[said] ?? Number(said);
const hedges =
  /(?:^|[.!?,;:\n(]|\b(?:a|an|im|its|say|said|maybe|around|about|like|prob|probably|feeling|feel|solid|hard|say its|is|guess|today|just|still|only|more like|strong|weak|low|high|id say|be|at|ok|well|so|hmm|um|uh|yes|yeah|no|number|answer|rating|score|mood|honestly|really|un|soy|estoy|como|es|por|approximately|closer to|big fat|definite|almost|barely|maybe a|actually|mean|sorry|wait|hi|hey|hello|definitely|lol|about a|rate|thanks|please|give it|give it a|rate it|put me at|im at|sitting at)\b)\s*["']?$/;
const afterwards =
  /^\s*(?:$|[.!?,;:)\n"'-]|\p{Extended_Pictographic}|\b(?:i|today|for|because|bc|cos|cuz|but|and|maybe|probably|at|right|now|tbh|honestly|lol|thanks|thank|pls|please|he|she|they|out|on|this|its|it|though|tho|tonight|again|still|feeling|not|no|since|im|ish|haha|so|rn|really|or|sorry|if|hoy|porque|creo|mas|por|ok|my|we|just|guess|idk|sadly|unfortunately|love|dear|mate|x+|afraid|regret|reckon|suppose|yesterday|good|bad|about|day|was|is|as|work|the|a)\b)/u;

const isAnswerPlace = (text: string, at: number, length: number, words: number): boolean =>
  (hedges.test(text.slice(Math.max(0, at - 24), at)) && afterwards.test(text.slice(at + length, at + length + 24))) || words <= 2;

const found = (value: number, words: string): Meaning => ({
  ...answer(value),
  rule: 'check_in.number',
  because: `"${words}" names ${value}`,
});
const unclear = (words: string): Meaning => ({
  kind: 'check_in_unclear',
  rule: 'check_in.unclear',
  because: `"${words}" is not one number from 1 to 5`,
});
