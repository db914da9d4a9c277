import type { Lexicon } from '../lexicon.ts';
import type { Meaning } from '../meaning.ts';
import type { Wording } from './normalise.ts';

const extra: Record<string, string> = { GIVESPACE: 'space', GIVINGSPACE: 'space', PUSHPULL: 'confused' };

/** A topic's keyword or synonym as the whole message. */
export const readKeyword = ({ whole }: Wording, { keywords }: Lexicon): Meaning | undefined => {
  const topic = Object.hasOwn(keywords, whole) ? keywords[whole] : extra[whole];
  if (topic === undefined || typeof topic !== 'string') return undefined;
  return { kind: 'keyword', topic, match: 'exact', rule: 'keyword.exact', because: `"${whole}" is a word of topic ${topic}` };
};
