import { readFileSync } from 'node:fs';
import { expandWords } from '../domain/understanding/expand.ts';
import { readWording } from '../domain/understanding/normalise.ts';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import { respellWords } from '../domain/understanding/spelling.ts';
import { packWords } from '../domain/understanding/word-list.ts';
import { buildExpansions, buildRules } from './build-rules.ts';
import { intentRows } from './intent-rows.ts';
import { readVoices, type VoiceRow } from './read-voices.ts';
import { topicRows } from './topic-rows.ts';
import { trainRanker } from './train-ranker.ts';

const corpus = new URL('./corpus/', import.meta.url);

/** A row of the training corpus; `tuned` where rules were mended after its errors were read. */
export type TrainingRow = VoiceRow & { tuned: boolean };

/** The training corpus: voices the rules were mended on, and voices they were not. */
export const trainingRows = (): TrainingRow[] =>
  [true, false].flatMap((tuned) => readVoices(new URL(tuned ? 'mended/' : 'fresh/', corpus)).map((row) => ({ ...row, tuned })));

const buildConcepts = (): Record<string, string> => {
  const text = readFileSync(new URL('./rules/concepts.txt', import.meta.url), 'utf8');
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^[xy]?[A-Z]+: /.test(line))
      .map((line) => {
        const [concept = '', words = ''] = line.split(': ');
        return [concept, words.trim().replace(/\s+/g, ' ')];
      }),
  );
};

/** Words that four voices use: a slip of one writer's thumb is not among them. */
const knownWords = (rows: readonly VoiceRow[], expansions: Record<string, string>): Set<string> => {
  const voices = new Map<string, Set<string>>();
  for (const { voice, text } of rows)
    for (const word of readWording(text).words) voices.set(word, (voices.get(word) ?? new Set()).add(voice));
  const known = new Set([...voices].filter(([, used]) => used.size > 3).map(([word]) => word));
  for (const read of Object.values(expansions)) for (const word of readWording(read).words) known.add(word);
  for (const written of Object.keys(expansions)) known.delete(written);
  return known;
};

const ruleWords = ({ rules, classes }: Pick<ReadingModel, 'rules' | 'classes'>): string[] =>
  [...Object.values(rules).flatMap((sections) => sections.flatMap(({ lines }) => lines)), ...Object.values(classes)]
    .join(' ')
    .match(/[a-z]{2,}/g) ?? [];

const blank = { labels: [], bias: [], weights: '', step: 0 };

/** Everything that reading needs besides the content's words; the same sources give the same model. */
export const buildWeights = (rows: readonly TrainingRow[] = trainingRows()): ReadingModel => {
  const [expansions, rules] = [buildExpansions(), buildRules()];
  const known = knownWords(rows, expansions);
  const model: ReadingModel = {
    ...rules,
    expansions,
    known: packWords(known),
    ruleWords: packWords(ruleWords(rules).filter((word) => !known.has(word))),
    concepts: buildConcepts(),
    topics: { ...blank, sureAt: 0.42, askAt: 0.45 },
    intents: blank,
  };
  const plain = rows.map((row) => ({ ...row, plain: plainOf(row.text, model) }));
  const topics = trainRanker(topicRows(plain, model), { fewestRows: 2, mostFeatures: 12_500, leastLevel: 3 });
  const intents = trainRanker(intentRows(plain, model), { fewestRows: 2, mostFeatures: 18_200, leastLevel: 4, nothing: 'none' });
  return { ...model, topics: { ...model.topics, ...topics }, intents };
};

/** As a text is read: written out, and spelled right where that can be told. */
const plainOf = (text: string, model: ReadingModel): string => expandWords(respellWords(readWording(text), model), model.expansions).plain;
