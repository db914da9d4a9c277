import type { Meaning } from '../meaning.ts';
import type { Wording } from './normalise.ts';
import { findPhrases } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';
import type { Ranked } from './linear-model.ts';
import { rankTopics } from './topic-ranker.ts';

const offTopic = 'off_topic';
/** From here on a text is taken to be about something else altogether. */
const offAt = 0.7;

/** The topic of a free text: sure → its card, unsure → the best three, nothing near → undefined. */
export const readTopic = (wording: Wording, model: ReadingModel): Meaning | undefined => {
  if (wording.words.length === 0) return undefined;
  const ranking = rankTopics(wording.plain, model);
  const near = ranking.filter(({ label }) => label !== offTopic);
  const [first, second, third] = near;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const others = [second, third, ...near.slice(3, 5)].map(({ label }) => label);
  if (isNear(ranking, first, model))
    return { kind: 'topic', topic: first.label, others, rule: 'topic.sure', because: `most like ${first.label} (${percent(first)})` };
  const together = first.sureness + second.sureness + third.sureness;
  const off = ranking.find(({ label }) => label === offTopic)?.sureness ?? 0;
  if (off >= offAt || together < (1 - off) * model.topics.askAt) return undefined;
  return {
    kind: 'clarify',
    topics: [first.label, second.label, third.label],
    rule: 'topic.unsure',
    because: `${first.label} ${percent(first)}, ${second.label} ${percent(second)}, ${third.label} ${percent(third)}`,
  };
};

const isNear = (ranking: readonly Ranked[], first: Ranked, { topics }: ReadingModel): boolean =>
  ranking[0] === first && first.sureness >= topics.sureAt && (ranking.find(({ label }) => label === offTopic)?.sureness ?? 0) < 0.15;
const percent = ({ sureness }: Ranked): string => `${Math.round(sureness * 100)} %`;

/** An age under 18 said of oneself (X11). */
export const readMinor = (wording: Wording, model: ReadingModel): Meaning | undefined => {
  const found = findPhrases(model, 'minor', wording.plain)[0];
  if (found === undefined) return undefined;
  const said = { kind: 'minor' as const, rule: 'minor', because: `"${found.words}" says an age under 18` };
  const topic = readTopic(wording, model);
  if (topic?.kind === 'topic') return { ...said, topics: [topic.topic, ...topic.others].slice(0, 3) };
  return topic?.kind === 'clarify' ? { ...said, topics: topic.topics } : said;
};
