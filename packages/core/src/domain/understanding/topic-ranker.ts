import { codeOf, firstCode, zeroLevel } from './feature-code.ts';
import type { LinearModel, ReadingModel } from './reading-model.ts';
import { topicFeatures } from './topic-features.ts';

/** A topic with how sure the ranker is of it, 0 to 1; all of a ranking sum to 1. */
export interface Ranked {
  topic: string;
  sureness: number;
}

const unpacked = new WeakMap<LinearModel, Map<string, number>>();

/** Where each feature's weights stand, by its code; made once per model, a pure cache. */
const placesOf = (model: LinearModel): Map<string, number> => {
  let made = unpacked.get(model);
  if (made !== undefined) return made;
  unpacked.set(model, (made = new Map()));
  for (let at = 0; at < model.weights.length; at += 5 + 2 * (model.weights.charCodeAt(at + 4) - firstCode))
    made.set(model.weights.slice(at, at + 4), at + 4);
  return made;
};

/** Adds a feature's weights to the scores of the labels it speaks for. */
const addWeights = ({ weights, step }: LinearModel, place: number | undefined, scores: number[]): void => {
  if (place === undefined) return;
  const end = place + 2 * (weights.charCodeAt(place) - firstCode);
  for (let at = place + 1; at <= end; at += 2) {
    const label = weights.charCodeAt(at) - firstCode;
    scores[label] = (scores[label] ?? 0) + (weights.charCodeAt(at + 1) - firstCode - zeroLevel) * step;
  }
};

/** All topics, best first. */
export const rankTopics = (plain: string, model: ReadingModel): Ranked[] => rank(plain, model, model.topics);

/** All labels of one of the model's rankers, best first. */
export const rank = (plain: string, model: ReadingModel, linear: LinearModel): Ranked[] => {
  const [scores, places] = [[...linear.bias], placesOf(linear)];
  for (const feature of topicFeatures(plain, model)) addWeights(linear, places.get(codeOf(feature)), scores);
  return sorted(linear.labels, scores);
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
  const [label, places] = [topics.labels.indexOf(topic), placesOf(topics)];
  return [...topicFeatures(plain, model)]
    .map((feature) => {
      const scores = topics.labels.map(() => 0);
      addWeights(topics, places.get(codeOf(feature)), scores);
      return { feature, weight: scores[label] ?? 0 };
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 6);
};
