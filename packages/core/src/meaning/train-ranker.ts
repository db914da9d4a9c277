import { shareOf } from '../domain/understanding/linear-model.ts';
import type { LinearModel } from '../domain/understanding/reading-model.ts';
import { newChance, shuffle } from './chance.ts';
import { heft, pack, type Learnt } from './pack-ranker.ts';

/**
 * One training row: what it is, and the codes of its features stretch by stretch; a feature that stands twice is there
 * twice. Of a long text the label is true of some stretch, nobody said of which.
 */
export interface Row {
  label: string;
  stretches: readonly (readonly number[])[];
  /** How much it counts; one unless said. */
  weight?: number;
}

export interface Training {
  /** A feature in fewer rows is not learnt from. */
  fewestRows: number;
  /** The most features kept; the ones that weigh most. */
  mostFeatures: number;
  /** A weight of fewer levels is dropped, to save room. */
  leastLevel: number;
  /** The label of a text in which every stretch is of no account. */
  nothing?: string;
}

const firstRounds = 12;
const rounds = 20;
/** Learning wavers with the order of the rows; the mean of several orders is steadier and no larger. */
const seeds = [0, 1000, 2000];
/** What is known this well already is not learnt again. */
const leastError = 0.001;
const rate = 0.3;
const decay = 0.003;
/** This part of a row's features is left out each time it is learnt from, so that no single one is relied upon. */
const leftOut = 0.3;

/**
 * Multinomial logistic regression by AdaGrad over rows in a fixed order: the same rows give the same weights.
 * From a row of many stretches the one is learnt that speaks loudest for its label; where the label is that there is
 * nothing, the one that says so least. Learns twice: the second time with the features alone that weighed most.
 */
export const trainRanker = (rows: readonly Row[], training: Training): LinearModel => {
  const labels = [...new Set(rows.map((row) => row.label))].sort();
  const first = learnAll(rows, labels, frequent(rows, training), { ...training, rounds: firstRounds, seed: 0 });
  const kept = heaviest(first, labels.length, training);
  const learnt = seeds.map((seed) => learnAll(rows, labels, kept, { ...training, rounds, seed }));
  return pack(meanOf(learnt), labels, training.leastLevel);
};

/** Codes in the fewest rows or more. */
const frequent = (rows: readonly Row[], { fewestRows }: Training): number[] => {
  const counts = new Map<number, number>();
  for (const { stretches } of rows) for (const code of new Set(stretches.flat())) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= fewestRows).map(([code]) => code);
};

interface Learner extends Learnt {
  squares: Float64Array;
  /** Weights of settled rounds added up, and how many rounds those are. */
  sums: Float64Array;
  averaged: number;
}

const learnAll = (
  rows: readonly Row[],
  labels: readonly string[],
  codes: readonly number[],
  training: Training & { rounds: number; seed: number },
): Learner => {
  const learner = begin(labels, codes);
  const seen = rows.map(({ label, stretches, weight = 1 }) => ({
    label: labels.indexOf(label),
    weight,
    isNothing: label === training.nothing,
    stretches: stretches.map((row) => Int32Array.from(row.flatMap((code) => learner.places.get(code) ?? []))),
  }));
  const order = seen.map((_, at) => at);
  for (let round = 0; round < training.rounds; round += 1) {
    const chance = newChance(training.seed + round);
    shuffle(order, chance);
    for (const at of order) learn(learner, seen[at] ?? nothing, chance);
    if (round >= settled * training.rounds) average(learner);
  }
  return { ...learner, weights: learner.sums.map((sum) => sum / learner.averaged) };
};

const meanOf = (learnt: readonly Learner[]): Learner => {
  const [first, ...others] = learnt;
  if (first === undefined) throw new Error('nothing was learnt');
  const mean = (of: (learner: Learner) => Float64Array): Float64Array =>
    of(first).map((value, at) => others.reduce((sum, other) => sum + of(other)[at]!, value) / learnt.length);
  return { ...first, bias: mean(({ bias }) => bias), weights: mean(({ weights }) => weights) };
};

/** After this part of the rounds the weights only waver; their mean is steadier than any of them. */
const settled = 1 / 2;

const average = (learner: Learner): void => {
  for (let at = 0; at < learner.sums.length; at += 1) learner.sums[at]! += learner.weights[at]!;
  learner.averaged += 1;
};

interface Seen {
  label: number;
  weight: number;
  isNothing: boolean;
  /** For each stretch, where the weights of its features stand. */
  stretches: readonly Int32Array[];
}
const nothing: Seen = { label: 0, weight: 0, isNothing: false, stretches: [new Int32Array(0)] };

const begin = (labels: readonly string[], codes: readonly number[]): Learner => {
  const room = codes.length * labels.length;
  return {
    places: new Map(codes.map((code, at) => [code, at * labels.length])),
    bias: new Float64Array(labels.length),
    weights: new Float64Array(room),
    squares: new Float64Array(room).fill(1),
    sums: new Float64Array(room),
    averaged: 0,
  };
};

interface Thought {
  /** The features that were not left out. */
  places: Int32Array;
  /** What one feature's weight counts among so many. */
  share: number;
  chances: Float64Array;
}

const think = ({ bias, weights }: Learner, all: Int32Array, chance: () => number): Thought => {
  const [places, share, scores] = [all.filter(() => chance() >= leftOut), shareOf(all.length), new Float64Array(bias.length)];
  for (const place of places) for (let at = 0; at < scores.length; at += 1) scores[at]! += weights[place + at]!;
  let [top, total] = [Number.NEGATIVE_INFINITY, 0];
  for (let at = 0; at < scores.length; at += 1) top = Math.max(top, (scores[at] = bias[at]! + share * scores[at]!));
  for (let at = 0; at < scores.length; at += 1) total += scores[at] = Math.exp(scores[at]! - top);
  for (let at = 0; at < scores.length; at += 1) scores[at]! /= total;
  return { places, share, chances: scores };
};

/** The stretch to learn from, and what is thought of it so far. */
const loudest = (learner: Learner, { label, isNothing, stretches }: Seen, chance: () => number): Thought => {
  const sign = isNothing ? -1 : 1;
  let best = think(learner, stretches[0] ?? new Int32Array(0), chance);
  for (let at = 1; at < stretches.length; at += 1) {
    const next = think(learner, stretches[at]!, chance);
    if (sign * next.chances[label]! > sign * best.chances[label]!) best = next;
  }
  return best;
};

const learn = (learner: Learner, row: Seen, chance: () => number): void => {
  const { places, share, chances } = loudest(learner, row, chance);
  for (let at = 0; at < chances.length; at += 1) {
    const error = row.weight * (chances[at]! - (at === row.label ? 1 : 0));
    if (Math.abs(error) < leastError) continue;
    learner.bias[at]! -= 0.01 * error;
    moveWeights(learner, places, { at, slope: share * error });
  }
};

const moveWeights = ({ weights, squares }: Learner, places: Int32Array, { at, slope }: { at: number; slope: number }): void => {
  for (const place of places) {
    const of = place + at;
    const step = slope + decay * weights[of]!;
    squares[of]! += step * step;
    weights[of]! -= (rate * step) / Math.sqrt(squares[of]!);
  }
};

const heaviest = ({ places, weights }: Learner, size: number, { mostFeatures }: Training): number[] =>
  [...places]
    .map(([code, place]) => ({ code, heft: heft(weights.subarray(place, place + size)) }))
    .sort((one, other) => other.heft - one.heft || one.code - other.code)
    .slice(0, mostFeatures)
    .map(({ code }) => code);
