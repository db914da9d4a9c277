import type { LinearModel } from './reading-model.ts';
import { unpackWeights, type WeightTable } from './weight-table.ts';

// Made once per model; a pure cache, as the model decides it.
const tables = new WeakMap<LinearModel, WeightTable>();

/** A model's levels, ready to be added. */
export const tableOf = (model: LinearModel): WeightTable => {
  let made = tables.get(model);
  if (made === undefined) tables.set(model, (made = unpackWeights(model.weights)));
  return made;
};

/** What each of so many features counts: a long stretch must not be surer than a short one for its length alone. */
export const shareOf = (features: number): number => 5 / Math.sqrt(Math.max(4, features));

/** How sure the ranker is of each label, 0 to 1, all together 1, from their scores. */
export const surenessOf = (scores: ArrayLike<number>): number[] => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) highest = Math.max(highest, scores[at] ?? 0);
  const powers = Array.from(scores, (score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

/** A label with how sure the ranker is of it, 0 to 1; all of a ranking sum to 1. */
export interface Ranked {
  label: string;
  sureness: number;
}

/** All labels, best first. */
export const ranked = (labels: readonly string[], sureness: readonly number[]): Ranked[] =>
  labels.map((label, at) => ({ label, sureness: sureness[at] ?? 0 })).sort((one, other) => other.sureness - one.sureness);
