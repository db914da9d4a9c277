import { topicFeatures } from '../domain/understanding/topic-features.ts';
import { codeOf, firstCode, zeroLevel } from '../domain/understanding/feature-code.ts';
import type { LinearModel, RuleSection, ReadingModel } from '../domain/understanding/reading-model.ts';

/** One training row, already in normalised words. */
export interface Row {
  topic: string;
  plain: string;
}

interface Training {
  /** Rules and concepts, without weights yet. */
  model: ReadingModel;
  /** Features it may learn from. */
  sees: (feature: string) => boolean;
  /** Score a phrase rule brings to its topic before anything is learnt. */
  ruleWeight: number;
  /** A feature in fewer rows is not learnt from; two unless said. */
  fewestRows?: number;
  /** A weight of fewer levels is dropped, to save room; one unless said. */
  leastLevel?: number;
}

const rounds = 40;
const rate = 0.3;
const decay = 0.0008;
const levels = 28;

/**
 * Multinomial logistic regression by AdaGrad over rows in a fixed order: the same rows give the same
 * weights. A phrase rule starts with its own weight and learns from there.
 */
export const trainTopics = (rows: readonly Row[], training: Training): LinearModel => {
  const topics = [...new Set(rows.map((row) => row.topic))].sort();
  const seen = rows.map((row) => ({
    topic: topics.indexOf(row.topic),
    features: [...topicFeatures(row.plain, training.model)].filter(training.sees),
  }));
  const kept = frequent(
    seen.map((row) => row.features),
    { rules: training.model.rules.topic ?? [], fewest: training.fewestRows ?? 2 },
  );
  const learner = newLearner(topics, kept, training.ruleWeight);
  for (let round = 0; round < rounds; round += 1) for (const at of shuffled(seen.length, round)) learn(learner, seen[at] ?? nothing);
  return {
    labels: topics,
    bias: learner.bias.map((each) => Math.round(each * 1000) / 1000),
    ...pack(learner, kept, training.leastLevel ?? 1),
  };
};

const nothing = { topic: 0, features: [] as string[] };

/** Features seen in the fewest rows or more, and every phrase rule. */
const frequent = (rows: readonly string[][], { rules, fewest }: { rules: readonly RuleSection[]; fewest: number }): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const features of rows) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const rule of rules) counts.set(`=${rule.gives ?? ''}`, 9);
  return new Map([...counts].filter(([, count]) => count >= fewest).map(([feature], at) => [feature, at]));
};

interface Learner {
  topics: string[];
  kept: Map<string, number>;
  bias: number[];
  weights: Float64Array[];
  squares: Float64Array[];
  start: Float64Array[];
}

const newLearner = (topics: string[], kept: Map<string, number>, ruleWeight: number): Learner => {
  const rows = (fill: number): Float64Array[] => Array.from(kept, () => new Float64Array(topics.length).fill(fill));
  const start = rows(0);
  for (const [feature, at] of kept) {
    const place = feature.startsWith('=') ? topics.indexOf(feature.slice(1)) : -1;
    const row = start[at];
    if (place >= 0 && row !== undefined) row[place] = ruleWeight;
  }
  return { topics, kept, bias: topics.map(() => 0), weights: start.map((row) => row.slice()), squares: rows(1), start };
};

const learn = (learner: Learner, row: { topic: number; features: string[] }): void => {
  const places = row.features.map((feature) => learner.kept.get(feature)).filter((at) => at !== undefined);
  const chances = softmax(learner, places);
  for (let topic = 0; topic < learner.topics.length; topic += 1) {
    const error = (chances[topic] ?? 0) - (topic === row.topic ? 1 : 0);
    learner.bias[topic] = (learner.bias[topic] ?? 0) - 0.01 * error;
    for (const at of places) step(learner, at, topic, error);
  }
};

const step = ({ weights, squares, start }: Learner, at: number, topic: number, error: number): void => {
  const [row, square, from] = [weights[at], squares[at], start[at]];
  if (row === undefined || square === undefined || from === undefined) return;
  const slope = error + decay * ((row[topic] ?? 0) - (from[topic] ?? 0));
  square[topic] = (square[topic] ?? 1) + slope * slope;
  row[topic] = (row[topic] ?? 0) - (rate * slope) / Math.sqrt(square[topic] ?? 1);
};

const softmax = ({ bias, weights }: Learner, places: readonly number[]): number[] => {
  const scores = [...bias];
  for (const at of places)
    weights[at]?.forEach((weight, topic) => {
      scores[topic] = (scores[topic] ?? 0) + weight;
    });
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, each) => sum + each, 0);
  return powers.map((each) => each / total);
};

/** The same order on every machine: a small linear congruential generator. */
const shuffled = (length: number, seed: number): number[] => {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed * 7919 + 12_345;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
};

const pack = ({ weights }: Learner, kept: Map<string, number>, least: number): Pick<LinearModel, 'weights' | 'step'> => {
  const highest = weights.reduce((most, row) => row.reduce((each, weight) => Math.max(each, Math.abs(weight)), most), 0);
  const size = highest / levels;
  const features = [...kept].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    weights: features.map(([feature, at]) => packRow(feature, levelsOf(weights[at] ?? new Float64Array(), size, least))).join(''),
    step: Number(size.toPrecision(6)),
  };
};

const levelsOf = (row: Float64Array, size: number, least: number): number[] =>
  Array.from(row, (weight) => Math.round(weight / size)).map((level) => (Math.abs(level) < least ? 0 : level));

const packRow = (feature: string, row: readonly number[]): string => {
  const pairs = row.flatMap((level, topic) => (level === 0 ? [] : [String.fromCharCode(firstCode + topic, firstCode + zeroLevel + level)]));
  return pairs.length === 0 ? '' : codeOf(feature) + String.fromCharCode(firstCode + pairs.length) + pairs.join('');
};
