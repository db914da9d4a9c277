import type { Lexicon } from '../domain/lexicon.ts';
import type { Meaning } from '../domain/meaning.ts';
import { expandWords } from '../domain/understanding/expand.ts';
import { readWording } from '../domain/understanding/normalise.ts';
import { rankTopics, reasonsFor } from '../domain/understanding/topic-ranker.ts';

/** Which rule decided and on which words; for topics also the features that spoke loudest. */
export const explain = (text: string, meaning: Meaning, { reading }: Lexicon): Record<string, unknown> => {
  const reason = { rule: meaning.rule, because: meaning.because };
  if (reading === undefined || !['topic', 'clarify', 'unknown'].includes(meaning.kind)) return reason;
  const { plain } = expandWords(readWording(text), reading.expansions);
  const ranking = rankTopics(plain, reading).slice(0, 4);
  const best = ranking[0]?.label ?? '';
  const loudest = reasonsFor(plain, best, reading).map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`);
  return { ...reason, ranking: ranking.map(({ label, sureness }) => `${label} ${sureness.toFixed(2)}`), loudest };
};
