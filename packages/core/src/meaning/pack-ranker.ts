import type { LinearModel } from '../domain/understanding/reading-model.ts';
import { highest, packWeights, type WeightRow } from '../domain/understanding/weight-table.ts';

/** What was learnt: the place of each code's weights, and one weight a label from there. */
export interface Learnt {
  places: ReadonlyMap<number, number>;
  bias: Float64Array;
  weights: Float64Array;
}

/** The largest weight of a row, whatever its sign. */
export const heft = (row: Float64Array): number => row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

/** Weights as levels of one step; those of fewer than `leastLevel` are dropped, to save room. */
export const pack = ({ places, weights, bias }: Learnt, labels: readonly string[], leastLevel: number): LinearModel => {
  const step = Number((heft(weights) / highest).toPrecision(6));
  const rows = [...places]
    .sort(([one], [other]) => one - other)
    .map(([code, place]) => ({ code, levels: levelsOf(weights.subarray(place, place + labels.length), { step, leastLevel }) }));
  return {
    labels: [...labels],
    bias: Array.from(bias, (each) => Math.round(each * 1000) / 1000),
    weights: packWeights(rows.filter(({ levels }) => levels.length > 0)),
    step,
  };
};

const levelsOf = (row: Float64Array, { step, leastLevel }: { step: number; leastLevel: number }): WeightRow['levels'] =>
  Array.from(row, (weight, label) => ({ label, level: Math.round(weight / step) })).filter(({ level }) => Math.abs(level) >= leastLevel);
