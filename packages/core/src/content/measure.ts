import type { Content } from '../domain/content.ts';
import { countSegments, type SegmentCount } from '../domain/segment.ts';
import type { ContentText } from './content-text.ts';
import { fillLongest, regionGaps } from './fill-gaps.ts';
import { gradeOf, sentencesOf, wordsIn } from './reading-ease.ts';

export interface Measure extends SegmentCount {
  words: number;
  grade: number;
  longestSentence: number;
  /** The region whose help lines make the text longest; empty when it holds none. */
  region: string;
}

const regionGap = new RegExp(`\\{(${regionGaps.join('|')})\\}`);

/** What a text costs and asks at worst: whole as it is sent, with the longest fillings. */
export function measure(text: ContentText, content: Content): Measure {
  const whole = longestWhole(text, content);
  const regions = Object.values(content.helplines);
  const isRegional = regionGap.test(whole);
  const longest = (isRegional ? regions : regions.slice(0, 1))
    .map((region) => ({ region: isRegional ? region.region : '', filled: fillLongest(whole, text.language, region, content) }))
    .reduce((found, next) => (next.filled.length > found.filled.length ? next : found), { region: '', filled: '' });
  return {
    ...countSegments(longest.filled),
    region: longest.region,
    words: wordsIn(text.text).length,
    grade: gradeOf(text.text),
    longestSentence: Math.max(0, ...sentencesOf(text.text).map((sentence) => wordsIn(sentence).length)),
  };
}

/** A note as it reaches the phone: number before it, check-in line after it. */
export const wholeText = (text: ContentText, content: Content): string => dressed(text, content, []);

/** The same after two check-ins without an answer, when one more line rides on it. */
const longestWhole = (text: ContentText, content: Content): string => dressed(text, content, ['note.still-useful']);

function dressed({ kind, text, asksCheckIn }: ContentText, { phrases }: Content, more: readonly string[]): string {
  if (kind !== 'note') return text;
  const tail = [...more, ...(asksCheckIn ? ['note.checkin'] : [])];
  return ['note.prefix', '', ...tail].map((id) => (id === '' ? text : (phrases[id]?.en ?? ''))).join(' ');
}
