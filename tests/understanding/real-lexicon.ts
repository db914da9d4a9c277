import { readFileSync } from 'node:fs';
import { loadContent } from '@breathing-room/core/content/load-content';
import type { Meaning, ReadingState } from '@breathing-room/core/domain/meaning';
import { understand } from '@breathing-room/core/domain/understand';

const { lexicon } = loadContent();
const quiet: ReadingState = { checkInOpen: false, gateOpen: false, isOptedOut: false };

/** Reads a text as the deployed service would. */
export const read = (text: string, state: Partial<ReadingState> = {}): Meaning => understand(text, { ...quiet, ...state }, lexicon);

/** Rows of a test corpus, `class: text` a line. */
export const corpus = (name: string): { topic: string; text: string }[] => {
  const content = readFileSync(new URL(`../corpus/${name}.txt`, import.meta.url), 'utf8');
  return content
    .split('\n')
    .filter((line) => /^[a-z0-9_ :-]+?: /.test(line))
    .map((line) => {
      const at = line.indexOf(': ');
      return { topic: line.slice(0, at), text: line.slice(at + 2) };
    });
};
