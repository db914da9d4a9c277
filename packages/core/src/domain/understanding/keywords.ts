import type { Lexicon } from '../lexicon.ts';
import type { KeywordMatch, Meaning } from '../meaning.ts';
import type { Wording } from './normalise.ts';

const extra: Record<string, string> = { GIVESPACE: 'space', GIVINGSPACE: 'space' };
const fillers = new Set(
  'please pls can i get could you send the one word topic card about me text info on want need some give tell show more advice tips help with a for thanks hi hey hello again card thing just stuff something anything to know my learn do have keyword like id may lets talk read see try por favor sobre quiero'.split(
    ' ',
  ),
);

const topicOf = (word: string, { keywords }: Lexicon): string | undefined =>
  Object.hasOwn(keywords, word) ? keywords[word] : Object.hasOwn(extra, word) ? extra[word] : undefined;

/** A topic's keyword or synonym as the whole message, or alone among polite words ("can I get the space one"). */
export const readKeyword = ({ whole, words }: Wording, lexicon: Lexicon): Meaning | undefined => {
  const topic = topicOf(whole, lexicon);
  if (topic !== undefined) return keyword(topic, whole, 'exact');
  return words.length < 2 || words.length > 8 ? undefined : inSentence(words, lexicon);
};

const inSentence = (words: readonly string[], lexicon: Lexicon): Meaning | undefined => {
  const rest = words.filter((word) => !fillers.has(word));
  const only = rest.length === 0 && words[0] === 'talk' ? 'TALK' : rest.join('').toUpperCase();
  const topic = rest.length > 2 ? undefined : topicOf(only, lexicon);
  return topic === undefined ? undefined : keyword(topic, only, 'in_sentence');
};

const keyword = (topic: string, word: string, match: KeywordMatch): Meaning => ({
  kind: 'keyword',
  topic,
  match,
  rule: `keyword.${match}`,
  because: `"${word}" is a word of topic ${topic}`,
});
