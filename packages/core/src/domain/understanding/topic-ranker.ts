import { codeOf, firstCode, zeroLevel } from './feature-code.ts';
import type { LinearModel, ReadingModel } from './reading-model.ts';
import { topicFeatures } from './topic-features.ts';

/** A topic with how sure the ranker is of it, 0 to 1; all of a ranking sum to 1. */
export interface Ranked {
  topic: string;
  sureness: number;
}

type Pairs = readonly { topic: number; weight: number }[];
const unpacked = new WeakMap<LinearModel, Map<string, Pairs>>();

/** The weights by feature code; unpacked once per model, a pure cache. */
const weightsOf = (model: LinearModel): Map<string, Pairs> => {
  let made = unpacked.get(model);
  if (made !== undefined) return made;
  unpacked.set(model, (made = new Map()));
  for (let at = 0; at < model.weights.length; ) {
    const count = model.weights.charCodeAt(at + 4) - firstCode;
    made.set(model.weights.slice(at, at + 4), pairsAt(model, at + 5, count));
    at += 5 + 2 * count;
  }
  return made;
};

const pairsAt = ({ weights, step }: LinearModel, start: number, count: number): Pairs =>
  Array.from({ length: count }, (_, pair) => ({
    topic: weights.charCodeAt(start + 2 * pair) - firstCode,
    weight: (weights.charCodeAt(start + 2 * pair + 1) - firstCode - zeroLevel) * step,
  }));

/** All topics, best first. */
export const rankTopics = (plain: string, model: ReadingModel): Ranked[] => rank(plain, model, model.topics);

/** All labels of one of the model's rankers, best first. */
export const rank = (plain: string, model: ReadingModel, linear: LinearModel): Ranked[] => {
  const scores = [...linear.bias];
  const weights = weightsOf(linear);
  for (const feature of topicFeatures(plain, model)) for (const { topic, weight } of weights.get(codeOf(feature)) ?? none) scores[topic] = (scores[topic] ?? 0) + weight;
  return sorted(linear.labels, scores);
};

const none: Pairs = [];

const sorted = (topics: readonly string[], scores: readonly number[]): Ranked[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return topics.map((topic, at) => ({ topic, sureness: (powers[at] ?? 0) / total })).sort((one, other) => other.sureness - one.sureness);
};

/** The features that spoke loudest for a topic; for `--why`. */
export const reasonsFor = (plain: string, topic: string, model: ReadingModel): { feature: string; weight: number }[] => {
  const { topics } = model;
  const place = topics.labels.indexOf(topic);
  return [...topicFeatures(plain, model)]
    .flatMap((feature) => (weightsOf(topics).get(codeOf(feature)) ?? none).filter((each) => each.topic === place).map(({ weight }) => ({ feature, weight })))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 6);
};
