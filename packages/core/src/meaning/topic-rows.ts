import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import { walkTopicFeatures } from '../domain/understanding/topic-ranker.ts';
import type { PlainRow } from './intent-rows.ts';
import type { Row } from './train-ranker.ts';

/** Names in the corpus → our topics; the others are called the same. */
const ours: Readonly<Record<string, string>> = { feelings: 'calm', support: 'friends', presence: 'steady', boundaries: 'boundary' };

/** Concepts for danger, opting out and commands alone. */
const isOfIntents = (name: string): boolean => /^x[A-Z]/.test(name);

/** Rows of the topic ranker: those with a topic, and those that are about something else. */
export const topicRows = (rows: readonly PlainRow[], model: ReadingModel): Row[] =>
  rows.flatMap(({ group, label, plain }) => {
    if (group !== 'topic' && group !== 'offtopic') return [];
    const codes: number[] = [];
    walkTopicFeatures(plain, model, (code, _place, one, other) => {
      if (!isOfIntents(one) && !isOfIntents(other)) codes.push(code);
    });
    return [{ label: group === 'offtopic' ? 'off_topic' : (ours[label] ?? label), stretches: [codes] }];
  });
