import { readdirSync, readFileSync } from 'node:fs';
import { expandWords } from '../domain/understanding/expand.ts';
import { readWording } from '../domain/understanding/normalise.ts';
import { hidePhrases } from '../domain/understanding/phrase-rules.ts';
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
  rows: content
    .split('\n')
    .filter((line) => /^[a-z_]+: /.test(line))
    .map((line) => {
      const at = line.indexOf(': ');
      return { topic: line.slice(0, at), text: line.slice(at + 2) };
    }),
});

/** The training corpus, one file a voice, in the order of their names. */
export const trainingVoices = (): Voice[] =>
  readdirSync(corpus)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readVoice(file.replace('.txt', ''), readFileSync(new URL(file, corpus), 'utf8')));

const buildConcepts = (): Record<string, string> => {
  const text = readFileSync(new URL('./rules/concepts.txt', import.meta.url), 'utf8');
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^x?[A-Z]+: /.test(line))
      .map((line) => {
        const [concept = '', words = ''] = line.split(': ');
        return [concept, words.trim().replace(/\s+/g, ' ')];
      }),
  );
};

const knownWords = (voices: readonly Voice[], expansions: Record<string, string>): string => {
  const words = new Set<string>();
  const texts = [
    ...voices.flatMap((voice) => voice.rows.map((row) => row.text)),
    ...Object.values(expansions),
    readFileSync(new URL('./rules/common-words.txt', import.meta.url), 'utf8'),
  ];
  for (const text of texts) for (const word of readWording(text.replaceAll('\n', ' ')).words) words.add(word);
  return [...words].sort().join(' ');
};

/** Classes of the alarm corpus → what the alarm is trained to say. */
const alarmLabels: Readonly<Record<string, string>> = {
  imminent: 'self_harm',
  active: 'self_harm',
  subtle: 'self_harm',
  other: 'self_harm',
  abuse: 'abuse',
  harm_others: 'harm_others',
  optout: 'opt_out',
};

const readAlarmVoices = (): Voice[] => {
  const folder = new URL('./corpus/alarm/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => readVoice(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')));
};

/** Rows of danger and opting out by voice; a topic's rows are examples of neither. */
export const alarmVoices = (): Voice[] => readAlarmVoices();

/** Everything that reading needs besides the content's words; the same sources give the same model. */
export const buildWeights = (voices: readonly Voice[] = trainingVoices(), alarms: readonly Voice[] = alarmVoices()): ReadingModel => {
  const expansions = buildExpansions();
  const blank = { labels: [], bias: [], weights: '', step: 0 };
  const model: ReadingModel = {
    ...buildRules(),
    expansions,
    known: knownWords(voices, expansions),
    concepts: buildConcepts(),
    topics: { ...blank, sureAt: 0.42, askAt: 0.45 },
    alarm: blank,
  };
  const plain = (text: string): string => expandWords(readWording(text), expansions).plain;
  const rows: Row[] = voices.flatMap((voice) => voice.rows.map(({ topic, text }) => ({ topic, plain: plain(text) })));
  const dangers = alarms.flatMap((voice) =>
    voice.rows
      .filter(({ topic }) => !topic.startsWith('es_') && topic !== 'quiet')
      .map(({ topic, text }) => ({ topic: alarmLabels[topic] ?? 'other', plain: hidePhrases(model, 'everyday', plain(text)) })),
  );
  const calm = rows.map((row) => ({ topic: 'other', plain: hidePhrases(model, 'everyday', row.plain) }));
  return {
    ...model,
    topics: { ...model.topics, ...trainTopics(rows, { model, ruleWeight: 2, sees: (feature) => !/@x|>x/.test(feature) }) },
    alarm: trainTopics([...dangers, ...calm], {
      model,
      ruleWeight: 0,
      fewestRows: 3,
      leastLevel: 3,
      sees: (feature) => !/ _ |^\^/.test(feature),
    }),
  };
};
