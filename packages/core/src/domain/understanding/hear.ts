import { gatherEvidence, type Evidence } from './evidence.ts';
import { readIntents, type Stretch } from './intents.ts';
import type { Wording } from './normalise.ts';
import type { ReadingModel } from './reading-model.ts';

/** A text with everything the stages ask about it: read once, looked at by many. */
export interface Heard extends Wording {
  evidence: Evidence;
  stretches: Stretch[];
  /** Any other stretch of its words. */
  within: (start: number, end: number) => Stretch;
  model: ReadingModel;
  /** It is a topic's keyword, alone or among polite words: then only a rule may read danger or an opt-out in it. */
  isKeyword: boolean;
}

export const hear = (wording: Wording, model: ReadingModel, isKeyword: boolean): Heard => {
  const evidence = gatherEvidence(wording.plain, model);
  return { ...wording, evidence, ...readIntents(wording.plain, evidence, model), model, isKeyword };
};

/** Where intents are surest, and how sure. */
export interface Surest {
  stretch: Stretch;
  sureness: number;
}

/** The stretch where the intents named are surest together; with `against`, compared with that one alone. */
export const surest = ({ stretches, model }: Heard, names: readonly string[], against?: string): Surest => {
  const { labels } = model.intents;
  const places = names.map((name) => labels.indexOf(name));
  const weighed = stretches.map((stretch) => {
    const sureness = places.reduce((sum, at) => sum + (stretch.sureness[at] ?? 0), 0);
    const other = against === undefined ? 1 - sureness : (stretch.sureness[labels.indexOf(against)] ?? 0);
    return { stretch, sureness: sureness / (sureness + other) };
  });
  return weighed.reduce((best, each) => (each.sureness > best.sureness ? each : best));
};
