import type { ReadingModel, TopicModel } from './reading-model.ts';
import { topicFeatures } from './topic-features.ts';

/** A topic with how sure the ranker is of it, 0 to 1; all of a ranking sum to 1. */
export interface Ranked {
  topic: string;
  sureness: number;
}

type Unpacked = Map<string, readonly { topic: number; weight: number }[]>;
const unpacked = new WeakMap<TopicModel, Unpacked>();

/** Two characters a pair: the topic's place and the level, both from code 35 up; level 40 is zero. */
const unpack = (model: TopicModel, feature: string): readonly { topic: number; weight: number }[] => {
  let cache = unpacked.get(model);
  if (cache === undefined) unpacked.set(model, (cache = new Map()));
  const known = cache.get(feature);
  if (known !== undefined) return known;
  const packed = Object.hasOwn(model.weights, feature) ? (model.weights[feature] ?? '') : undefined;
  if (packed === undefined) return none;
  const pairs = [];
  for (let at = 0; at < packed.length; at += 2) pairs.push({ topic: packed.charCodeAt(at) - firstCode, weight: (packed.charCodeAt(at + 1) - firstCode - zeroLevel) * model.step });
  cache.set(feature, pairs);
  return pairs;
};
const none: readonly { topic: number; weight: number }[] = [];
export const firstCode = 35;
export const zeroLevel = 28;

/** All topics, best first. */
export const rankTopics = (plain: string, model: ReadingModel): Ranked[] => {
  const { topics } = model;
  const scores = [...topics.bias];
  const features = topicFeatures(plain, model);
  for (const feature of features) for (const { topic, weight } of unpack(topics, feature)) scores[topic] = (scores[topic] ?? 0) + weight;
  return sorted(topics.topics, scores);
};

const sorted = (topics: readonly string[], scores: readonly number[]): Ranked[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return topics.map((topic, at) => ({ topic, sureness: (powers[at] ?? 0) / total })).sort((one, other) => other.sureness - one.sureness);
};

/** The features that spoke loudest for a topic; for `--why`. */
export const reasonsFor = (plain: string, topic: string, model: ReadingModel): { feature: string; weight: number }[] => {
  const { topics } = model;
  const place = topics.topics.indexOf(topic);
  return [...topicFeatures(plain, model)]
    .flatMap((feature) => unpack(topics, feature).filter((each) => each.topic === place).map(({ weight }) => ({ feature, weight })))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 6);
};
