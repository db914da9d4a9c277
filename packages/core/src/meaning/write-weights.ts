import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import { buildWeights } from './build-weights.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = fileURLToPath(new URL('../../generated/', import.meta.url));
const file = `${generated}weights.json`;
const seal = `${generated}weights.sha256`;

/** Learns anew where weights.json is missing or older than its sources (about half a minute); says whether it did. */
export const writeWeights = (): boolean => {
  if (areFresh()) return false;
  mkdirSync(generated, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(buildWeights()));
  renameSync(draft, file);
  writeFileSync(seal, hashOfSources());
  return true;
};

/** Whether the weights in the repository were learnt from the sources beside them. */
export const areFresh = (): boolean => existsSync(file) && existsSync(seal) && readFileSync(seal, 'utf8') === hashOfSources();

/** The weights as they are written down. */
export const writtenWeights = (): string => readFileSync(file, 'utf8');

/** The weights, made first where needed. */
export const readWeights = (): ReadingModel => {
  if (writeWeights()) process.stderr.write('The weights were older than their sources and have been learnt anew.\n');
  return JSON.parse(writtenWeights()) as ReadingModel;
};

/** What the ranker sees of a text; another file beside these may change and the weights stay. */
const seenBy = new Set(
  'concepts evidence expand feature features intents linear normalise phrase reading spelling stem weight word'.split(' '),
);

/** Rules, corpus, and the code that learns from them. */
const hashOfSources = (): string => {
  const hash = createHash('sha256');
  const understanding = `${here}../domain/understanding/`;
  for (const folder of [here, `${here}rules/`, `${here}corpus/mended/`, `${here}corpus/fresh/`, understanding])
    for (const name of readdirSync(folder).sort())
      if (isSource(name) && (folder !== understanding || seenBy.has(name.split(/[-.]/)[0] ?? '')))
        hash.update(name).update(readFileSync(folder + name));
  return hash.digest('hex');
};

/** Command lines and explanations learn nothing. */
const learnsNothing = new Set(['cli.ts', 'explain.ts', 'score-line.ts', 'check-weights.ts', 'write-weights.ts', 'read-lexicon.ts']);
const isSource = (name: string): boolean => /\.(?:ts|txt|rules)$/.test(name) && !learnsNothing.has(name);
