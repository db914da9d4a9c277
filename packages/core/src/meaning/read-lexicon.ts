import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileContent } from '../content/compile-content.ts';
import { writeCompiled } from '../content/write-compiled.ts';
import { Lexicon } from '../domain/lexicon.ts';
import { readWeights } from './write-weights.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const file = `${root}packages/core/generated/lexicon.json`;

/** The content's words and the weights as one lexicon, both made first where they are missing. */
export const readLexicon = async (): Promise<Lexicon> => {
  if (!existsSync(file)) await writeCompiled({ root, compiled: await compileContent({ root }) });
  return { ...Lexicon.parse(JSON.parse(readFileSync(file, 'utf8'))), reading: readWeights() };
};
