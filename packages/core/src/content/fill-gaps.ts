import type { Content, Helplines } from '../domain/content.ts';
import type { Language } from '../domain/region.ts';
import type { ContentText } from './content-text.ts';

export const regionGaps = ['emergency', 'crisis', 'abuse', 'child', 'harm', 'silent'] as const;
export type RegionGap = (typeof regionGaps)[number];

/** The longest filling an operator's profile may give; the settings check holds them to it. */
export const longestService = 20;
export const longestPrivacy = 36;

/** The longest page address: a host, a path and a token of 48 characters. */
const longestLink = 100;

const soon = 'Wednesday';
const handed: Record<string, string> = {
  days: '30',
  hour: '19:00',
  zone: 'America/Indiana/Indianapolis',
  when: soon,
  from: '10:00',
  to: '17:00',
  number: '28',
  digits: '123',
  line: '0477 13 11 14',
  link: 'l'.repeat(longestLink),
};

/** Phrases that get gaps handed with them, beside what the region and the profile fill everywhere. */
const handedTo: [RegExp, readonly string[]][] = [
  [/^join\.(plain|gate|contact)/, ['programme', 'word']],
  [/^(join\.done|resume\.done|later\.done|pace\.(slower|faster|daily))$/, ['when']],
  [/^pause\.days$/, ['days']],
  [/^time\.(done|clamped)$/, ['hour']],
  [/^zone\.done$/, ['zone']],
  [/^status\.on$/, ['when', 'from', 'to', 'zone']],
  [/^clarify\.three$/, ['a', 'b', 'c']],
  [/^clarify\.two$/, ['a', 'b']],
  [/^more\.end$/, ['a']],
  [/^helpline\.number$/, ['word', 'line']],
  [/^note\.prefix$/, ['number']],
  [/^mail\.consent/, ['programme', 'word']],
  [/^mail\.welcome$/, ['when']],
  [/^mail\.(confirm|settings|data)$/, ['link']],
  [/^mail\.link-ask$/, ['link', 'digits']],
];

/** Gaps the service hands over with this text itself. */
export const gapsHandedTo = (id: string): string[] => handedTo.filter(([phrase]) => phrase.test(id)).flatMap(([, gaps]) => gaps);

/** Gap names a text may hold. */
export function gapsAllowedIn({ id, kind }: Pick<ContentText, 'id' | 'kind'>): readonly string[] {
  if (kind === 'subject' || kind === 'preheader') return [];
  if (kind !== 'phrase') return [...regionGaps, 'service'];
  return [...regionGaps, 'service', 'privacy', ...gapsHandedTo(id)];
}

/** The text with every gap filled by the longest filling there can be in this region. */
export function fillLongest(text: string, language: Language, region: Helplines, content: Content): string {
  const fillings: Record<string, string> = {
    ...handed,
    ...longestNames(content),
    ...((language === 'es' ? (region.es ?? region) : region) as Record<RegionGap, string>),
  };
  return text.replace(/\{([a-z]+)\}/g, (gap, name: string) => fillings[name] ?? gap);
}

function longestNames({ topics, programmes }: Content): Record<string, string> {
  const longest = (words: readonly string[]): string => words.reduce((found, word) => (word.length > found.length ? word : found), '');
  const keyword = longest(Object.values(topics).map((topic) => topic.keyword));
  return {
    service: 'S'.repeat(longestService),
    privacy: 'p'.repeat(longestPrivacy),
    programme: longest(['your notes', ...Object.values(programmes).map(({ title }) => title)]),
    word: longest(Object.values(programmes).map(({ word }) => word)),
    a: keyword,
    b: keyword,
    c: keyword,
  };
}
