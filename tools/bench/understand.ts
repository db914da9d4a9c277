import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Lexicon } from '@breathing-room/core/domain/lexicon';
import { understand } from '@breathing-room/core/domain/understand';
import { trainingRows } from '@breathing-room/core/meaning/build-weights';
import { readLexicon } from '@breathing-room/core/meaning/read-lexicon';
import { build } from 'esbuild';
import { printFigures, rounded, type Figure } from './figure.ts';

const state = { checkInOpen: false, gateOpen: false, isOptedOut: false };

/** Speed and size of reading: short texts, 1,600 characters, hostile ones, loading, code and JSON. */
export const run = async ({ json }: { json: boolean }): Promise<void> => {
  const lexicon = await readLexicon();
  const figures = [...speeds(lexicon), ...(await sizes())];
  if (json) process.stdout.write(`${JSON.stringify({ bench: 'understand', figures })}\n`);
  else printFigures('understand: reading one text', figures);
};

/** Rounds before anything is timed: until then V8 still compiles what it runs. */
const warmUp = 5;

const folder = new URL('../../tests/corpus/', import.meta.url);
const testTexts = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => line.includes(': '))
        .map((line) => line.slice(line.indexOf(': ') + 2)),
    );

const speeds = (lexicon: Lexicon): Figure[] => {
  const short = testTexts();
  const long = longTexts(
    trainingRows()
      .filter(({ tuned, group }) => tuned && group === 'topic')
      .map(({ text }) => text),
  );
  const loadMs = loading(lexicon, short[0] ?? '');
  for (let round = 0; round < warmUp; round += 1) for (const text of [...short, ...long]) understand(text, state, lexicon);
  const [shortMs, longMs, hostileMs] = [short, long, hostile()].map((texts) => timed(texts, lexicon)) as [number[], number[], number[]];
  return [
    { name: 'a text in the median', value: rounded(at(shortMs, 0.5)), unit: 'ms', aim: { most: 0.2 } },
    { name: 'a text at p99', value: rounded(at(shortMs, 0.99)), unit: 'ms' },
    { name: '1,600 characters in the median', value: rounded(at(longMs, 0.5)), unit: 'ms' },
    { name: '1,600 characters at p99', value: rounded(at(longMs, 0.99)), unit: 'ms', aim: { most: 2 } },
    { name: '1,600 hostile characters, worst', value: rounded(at(hostileMs, 1)), unit: 'ms' },
    { name: 'parsing the weights and reading the first text', value: rounded(loadMs), unit: 'ms', aim: { most: 30 } },
  ];
};

/** A fresh copy of the lexicon, so that nothing is warm: JSON.parse and the first text. */
const loading = (lexicon: Lexicon, text: string): number => {
  const written = JSON.stringify(lexicon);
  const began = performance.now();
  understand(text, state, JSON.parse(written) as Lexicon);
  return performance.now() - began;
};

const longTexts = (texts: readonly string[]): string[] =>
  Array.from({ length: 300 }, (_, first) =>
    Array.from({ length: 60 }, (__, next) => texts[(first * 37 + next * 101) % texts.length])
      .join('. ')
      .slice(0, 1600),
  );

/** Texts made to keep a pattern trying: its own words again and again, and never the end it needs. */
const hostile = (): string[] =>
  [
    'i want to ',
    'he said he wants to ',
    'please stop the ',
    'i ',
    'a',
    'he he he she ',
    'text me at at at ',
    'if i if i ',
    'my my kid ',
    '1 2 3 ',
    '“',
    '> ',
    '🙂 ',
    'stop',
    'no me no me ',
    'hit me on my ',
  ].map((piece) => piece.repeat(1600).slice(0, 1600));

/** The best of five readings of each text, so that other work on the machine is not measured. */
const timed = (texts: readonly string[], lexicon: Lexicon): number[] =>
  texts.map((text) => Math.min(...[1, 2, 3, 4, 5].map(() => once(text, lexicon)))).sort((one, other) => one - other);

const once = (text: string, lexicon: Lexicon): number => {
  const began = performance.now();
  understand(text, state, lexicon);
  return performance.now() - began;
};

const at = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const sizes = async (): Promise<Figure[]> => {
  const generated = new URL('../../packages/core/generated/', import.meta.url);
  const entry = new URL('../../packages/core/src/domain/understand.ts', import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    external: ['zod'],
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const weights = statSync(new URL('weights.json', generated)).size + statSync(new URL('lexicon.json', generated)).size;
  return [
    { name: 'code, bundled and minified', value: rounded(code.length / 1024), unit: 'KB', aim: { most: 60 } },
    { name: 'weights and lexicon as JSON', value: rounded(weights / 1024), unit: 'KB', aim: { most: 400 } },
    { name: 'weights, compressed', value: rounded(gzipSync(readFileSync(new URL('weights.json', generated))).length / 1024), unit: 'KB' },
  ];
};
