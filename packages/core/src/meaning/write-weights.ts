import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import { buildWeights } from './build-weights.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = fileURLToPath(new URL('../../generated/', import.meta.url));
const file = `${generated}weights.json`;
const seal = `${generated}weights.sha256`;

/** Makes packages/core/generated/weights.json where it is missing or older than its sources; says whether it did. */
export const writeWeights = (): boolean => {
  const sources = hashOfSources();
  if (existsSync(file) && existsSync(seal) && readFileSync(seal, 'utf8') === sources) return false;
  mkdirSync(generated, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(buildWeights()));
  renameSync(draft, file);
  writeFileSync(seal, sources);
  return true;
};

/** The weights, made first where needed. */
export const readWeights = (): ReadingModel => {
  writeWeights();
  return JSON.parse(readFileSync(file, 'utf8')) as ReadingModel;
};

/** Rules, corpus, and the code that learns from them. */
const hashOfSources = (): string => {
  const hash = createHash('sha256');
  for (const folder of [here, `${here}rules/`, `${here}corpus/`, `${here}corpus/alarm/`, `${here}../domain/understanding/`]) {
    for (const name of readdirSync(folder)
      .filter((each) => /\.(?:ts|txt|rules)$/.test(each))
      .sort())
      hash.update(name).update(readFileSync(folder + name));
  }
  return hash.digest('hex');
};
