import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Build, codeOf, kilobytes } from './coldstart-build.ts';
import type { Figure } from './figure.ts';

const rounds = 7;

/** A word of the list, and words that only the phrase rules and weights can read. */
const firstTexts = { 'a word': 'SPACE', 'free words': 'hes gone quiet again and idk if i should text' };

/** The words beside Web's code: size, first parse, and the first text read, each in a process that did neither before. */
export async function wordsOf(built: Build): Promise<{ files: string[]; figures: Figure[] }> {
  const folder = codeOf(built, 'Web');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const times = await timesIn(folder, built.project.folder);
  return {
    files: names.map((name) => `${name} ${kilobytes(folder, [name])} KB`),
    figures: [
      {
        name: `parsing all ${kilobytes(folder, names)} KB of them`,
        value: rounded(median(times.map(({ parse }) => parse))),
        unit: 'ms',
        aim: { most: 15 },
      },
      ...Object.keys(firstTexts).map((what, index) => ({
        name: `reading a first text, ${what}`,
        value: rounded(median(times.map(({ reads }) => reads[index]!))),
        unit: 'ms',
        aim: { most: 30 },
      })),
    ],
  };
}

interface Times {
  parse: number;
  reads: number[];
}

/** Minified as deployed; one process for each text. */
async function timesIn(folder: string, project: string): Promise<Times[]> {
  const outfile = join(project, 'first-text.mjs');
  const stdin = { contents: firstText, resolveDir: project, loader: 'ts' } as const;
  await build({ stdin, outfile, bundle: true, minify: true, platform: 'node', format: 'esm', logLevel: 'error' });
  const read = (text: string): [number, number] =>
    JSON.parse(execFileSync(process.execPath, [outfile, folder, text], { encoding: 'utf8' })) as [number, number];
  return Array.from({ length: rounds }, () => {
    const each = Object.values(firstTexts).map(read);
    return { parse: each[0]![0], reads: each.map(([, first]) => first) };
  });
}

const firstText = `import { readFileSync } from 'node:fs';
import { understand } from './packages/core/src/domain/understand.ts';
const [folder, text] = process.argv.slice(2);
const files = ['content', 'lexicon', 'weights'].map((name) => readFileSync(folder + '/' + name + '.json', 'utf8'));
const began = performance.now();
const [, lexicon, reading] = files.map((file) => JSON.parse(file));
const parsed = performance.now();
understand(text!, { checkInOpen: false, gateOpen: false, isOptedOut: false }, { ...lexicon, reading });
console.log(JSON.stringify([parsed - began, performance.now() - parsed]));
`;

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

const rounded = (value: number): number => Math.round(value * 10) / 10;
