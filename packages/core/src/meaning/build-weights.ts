import { readdirSync, readFileSync } from 'node:fs';
import { expandWords } from '../domain/understanding/expand.ts';
import { readWording } from '../domain/understanding/normalise.ts';
import { stemOf } from '../domain/understanding/topic-features.ts';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import { buildExpansions, buildRules } from './build-rules.ts';
import { trainTopics, type Row } from './train-topics.ts';

/** Rows of one author's voice. */
export interface Voice {
  name: string;
  rows: { topic: string; text: string }[];
}

const corpus = new URL('./corpus/', import.meta.url);

/** Lines of `topic: text`; blank lines and lines that begin with # are passed over. */
export const readVoice = (name: string, content: string): Voice => ({
  name,
  rows: content.split('\n').filter((line) => /^[a-z_]+: /.test(line)).map((line) => {
    const at = line.indexOf(': ');
    return { topic: line.slice(0, at), text: line.slice(at + 2) };
  }),
});

/** The training corpus, one file a voice, in the order of their names. */
export const trainingVoices = (): Voice[] =>
  readdirSync(corpus).filter((file) => file.endsWith('.txt')).sort().map((file) => readVoice(file.replace('.txt', ''), readFileSync(new URL(file, corpus), 'utf8')));

const buildConcepts = (): Record<string, string> => {
  const concepts: Record<string, Set<string>> = {};
  const text = readFileSync(new URL('./rules/concepts.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n').filter((each) => /^[A-Z]+: /.test(each))) {
    const [concept = '', words = ''] = line.split(': ');
    for (const word of words.trim().split(/\s+/)) for (const form of [word, stemOf(word)]) (concepts[form] ??= new Set()).add(concept);
  }
  return Object.fromEntries(Object.entries(concepts).sort(([one], [other]) => (one < other ? -1 : 1)).map(([word, found]) => [word, [...found].join(' ')]));
};

const knownWords = (voices: readonly Voice[], expansions: Record<string, string>): string => {
  const words = new Set<string>();
  const texts = [...voices.flatMap((voice) => voice.rows.map((row) => row.text)), ...Object.values(expansions), readFileSync(new URL('./rules/common-words.txt', import.meta.url), 'utf8')];
  for (const text of texts) for (const word of readWording(text.replaceAll('\n', ' ')).words) words.add(word);
  return [...words].sort().join(' ');
};

/** Everything that reading needs besides the content's words; the same sources give the same model. */
export const buildWeights = (voices: readonly Voice[] = trainingVoices()): ReadingModel => {
  const { rules, classes } = buildRules();
  const expansions = buildExpansions();
  const rows: Row[] = voices.flatMap((voice) => voice.rows.map(({ topic, text }) => ({ topic, plain: expandWords(readWording(text), expansions).plain })));
  const untrained = { topics: [], bias: [], concepts: buildConcepts(), weights: {}, step: 0, sureAt: 0.42, askAt: 0.45 };
  const model: ReadingModel = { rules, classes, expansions, known: knownWords(voices, expansions), topics: untrained };
  return { ...model, topics: { ...untrained, ...trainTopics(rows, { model, ruleWeight: 2 }) } };
};
