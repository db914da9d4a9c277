import type { Evidence } from './evidence.ts';
import { walkMarks } from './evidence.ts';
import { walkFeatures } from './features.ts';
import { shareOf, surenessOf, tableOf } from './linear-model.ts';
import type { LinearModel, ReadingModel } from './reading-model.ts';
import { addLevels } from './weight-table.ts';

/** A stretch of a text and how sure the ranker is of each intent there, in the order of the labels. */
export interface Stretch {
  start: number;
  end: number;
  sureness: readonly number[];
}

/** Words in a stretch, and how far the next one begins. A short text is one stretch. */
const length = 24;
const stride = 8;
const shortText = 32;
/** Words beyond this are read by the rules alone. */
const mostWords = 400;

export interface Intents {
  stretches: Stretch[];
  /** Any other stretch of the same words. */
  within: (start: number, end: number) => Stretch;
}

/** What a text may want, stretch by stretch: in a long one the point stands in a few of its words. */
export const readIntents = (plain: string, evidence: Evidence, model: ReadingModel): Intents => {
  const words = plain.trim().split(' ').slice(0, mostWords);
  const sums = runningSums(words, evidence, model);
  const read = (stretch: { start: number; end: number }): Stretch => ({ ...stretch, sureness: surenessIn(stretch, sums, model.intents) });
  return {
    stretches: stretchesOf(words.length).map(read),
    within: (start, end) => read({ start: Math.max(0, Math.min(start, words.length)), end: Math.min(words.length, Math.max(end, 0)) }),
  };
};

/** Where the stretches of a text begin and end. */
export const stretchesOf = (words: number): { start: number; end: number }[] => {
  if (words <= shortText) return [{ start: 0, end: words }];
  const starts = Array.from({ length: Math.ceil((words - length) / stride) + 1 }, (_, at) => at * stride);
  return starts.map((start) => ({ start, end: Math.min(words, start + length) }));
};

interface Sums {
  /** Scores of all words before each place, label after label. */
  scores: Float64Array;
  /** How many features they come from. */
  features: Float64Array;
}

/** Sums up to each place, so that a stretch costs one subtraction. */
const runningSums = (words: readonly string[], evidence: Evidence, model: ReadingModel): Sums => {
  const [size, table] = [model.intents.labels.length, tableOf(model.intents)];
  const [scores, features] = [new Float64Array((words.length + 1) * size), new Float64Array(words.length + 1)];
  const see = (code: number, place: number): void => {
    if (place < words.length && addLevels(table, code, scores, (place + 1) * size)) features[place + 1]! += 1;
  };
  walkFeatures(words, model, see);
  walkMarks(evidence.marks, see);
  for (let at = size; at < scores.length; at += 1) scores[at]! += scores[at - size]!;
  for (let at = 1; at < features.length; at += 1) features[at]! += features[at - 1]!;
  return { scores, features };
};

const surenessIn = (
  { start, end }: { start: number; end: number },
  { scores, features }: Sums,
  { labels, bias, step }: LinearModel,
): number[] => {
  const size = labels.length;
  const share = step * shareOf(features[end]! - features[start]!);
  return surenessOf(bias.map((each, label) => each + share * (scores[end * size + label]! - scores[start * size + label]!)));
};
