import { walkFeatures, type See } from './features.ts';
import { ranked, shareOf, surenessOf, tableOf, type Ranked } from './linear-model.ts';
import type { ReadingModel } from './reading-model.ts';
import { addLevels } from './weight-table.ts';

/** Words beyond this say little about the topic and only cost time. */
const longest = 60;

/** What the topic ranker sees of a text, each feature once. */
export const walkTopicFeatures = (plain: string, model: ReadingModel, see: See): void => {
  const seen = new Set<number>();
  const once: See = (code, place, one, other) => {
    if (seen.has(code)) return;
    seen.add(code);
    see(code, place, one, other);
  };
  walkFeatures(plain.trim().split(' ', longest), model, once);
};

/** All topics, best first. */
export const rankTopics = (plain: string, model: ReadingModel): Ranked[] => {
  const { topics } = model;
  const [table, scores] = [tableOf(topics), new Float64Array(topics.labels.length)];
  let features = 0;
  walkTopicFeatures(plain, model, (code) => {
    if (addLevels(table, code, scores, 0)) features += 1;
  });
  const share = topics.step * shareOf(features);
  return ranked(topics.labels, surenessOf(scores.map((score, label) => (topics.bias[label] ?? 0) + share * score)));
};

/** The features that spoke loudest for a topic; for `--why`. */
export const reasonsFor = (plain: string, topic: string, model: ReadingModel): { feature: string; weight: number }[] => {
  const [label, found] = [model.topics.labels.indexOf(topic), [] as { feature: string; weight: number }[]];
  walkTopicFeatures(plain, model, (code, _, one, other) => {
    const scores = new Float64Array(model.topics.labels.length);
    if (addLevels(tableOf(model.topics), code, scores, 0))
      found.push({ feature: `${one} ${other}`.trim(), weight: model.topics.step * (scores[label] ?? 0) });
  });
  return found.sort((one, other) => other.weight - one.weight).slice(0, 6);
};
