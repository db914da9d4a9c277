import { availableParallelism, loadavg } from 'node:os';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { startEngine } from '@breathing-room/local/engine';
import { type Build, buildProject, codeOf, functionsOf, hasTools, sizeOf, startBuilt } from './coldstart-build.ts';
import { firstEventOf } from './coldstart-events.ts';
import { around, type Surroundings } from './coldstart-surroundings.ts';
import { wordsOf } from './coldstart-words.ts';
import { type Figure, isMet, printFigures } from './figure.ts';
import { makeNaive } from './naive-build.ts';

const rounds = 9;

export const help = `npm run bench -- coldstart [--json]

  Process start to first answer of every deployed function, in turns with a naive build of the same code:
  whole twilio, zod with its languages, words as code, SST's own options. Medians of ${rounds}; aim: half of naive.
  Needs the tools of npm run infra; takes about two minutes. Other work on the machine shows in the figures.
`;

interface Row {
  id: string;
  asked: string;
  ours: number;
  /** Absent where there is nothing to write naively: no dependency, no words. */
  naive?: number;
  size: { all: number; atOnce: number };
}

export async function run({ json }: { json: boolean }): Promise<void> {
  if (!hasTools()) {
    process.stderr.write('The tools of the deployment check are missing: run npm run infra once, then this again.\n');
    process.exitCode = 1;
    return;
  }
  const busy = busyWord();
  const ours = await buildProject();
  const naive = await buildProject(makeNaive);
  const engine = await startEngine();
  const surroundings = await around(engine.endpoint);
  try {
    await createTable(dynamoClient({ region: 'us-east-1', endpoint: engine.endpoint }), surroundings.tableName);
    const rows: Row[] = [];
    for (const id of functionsOf(ours)) rows.push(await rowOf(id, ours, naive, surroundings));
    const words = await wordsOf(ours);
    if (json)
      process.stdout.write(
        `${JSON.stringify({ bench: 'coldstart', node: process.version, busy, rows, files: words.files, figures: [...figuresOf(rows), ...words.figures].map(weighed) }, undefined, 2)}\n`,
      );
    else {
      print(rows);
      printFigures(`Words beside the code: ${words.files.join(', ')}`, words.figures);
      if (busy !== undefined) process.stdout.write(`\n${busy}\n`);
    }
  } finally {
    surroundings.close();
    await engine.stop();
    for (const { project } of [ours, naive]) await project.remove();
  }
}

async function rowOf(id: string, ours: Build, naive: Build, surroundings: Surroundings): Promise<Row> {
  const { asked, isBare } = firstEventOf(id);
  const times = await timesOf(id, isBare === true ? [ours] : [ours, naive], surroundings);
  const [mine = 0, theirs] = times.map(median);
  return { id, asked, ours: mine, ...(theirs !== undefined && { naive: theirs }), size: sizeOf(codeOf(ours, id)) };
}

/** In turns, so that a busy moment of the machine meets both. */
async function timesOf(id: string, builds: readonly Build[], surroundings: Surroundings): Promise<number[][]> {
  const times: number[][] = builds.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, built] of builds.entries()) times[index]!.push(await firstAnswerMs(id, built, surroundings));
  return times;
}

async function firstAnswerMs(id: string, built: Build, surroundings: Surroundings): Promise<number> {
  const event = firstEventOf(id).make();
  const began = performance.now();
  const fn = await startBuilt(id, built, surroundings.env);
  await fn.invoke(event);
  const took = performance.now() - began;
  fn.stop();
  return took;
}

const median = (times: readonly number[]): number => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!);

const ratioOf = ({ ours, naive }: Row): number | undefined => (naive === undefined ? undefined : Math.round((100 * ours) / naive));

const figuresOf = (rows: readonly Row[]): Figure[] =>
  rows.flatMap((row) => {
    const value = ratioOf(row);
    if (value === undefined) return [];
    return [{ name: `${row.id}, ours of naive`, value, unit: '%', aim: { most: 50 } }];
  });

const weighed = (figure: Figure): Figure & { isMet: boolean } => ({ ...figure, isMet: isMet(figure) });

/** Other work stretches the parts that run side by side more than the rest. */
function busyWord(): string | undefined {
  const load = loadavg()[0]!;
  return load < availableParallelism() / 2
    ? undefined
    : `The machine was busy before this began (load ${load.toFixed(1)}): measure again when it rests.`;
}

function print(rows: readonly Row[]): void {
  const line = (...cells: (string | number)[]): string =>
    `  ${cells.map((cell, index) => (index === 0 || index === 6 ? String(cell).padEnd(12) : String(cell).padStart(9))).join('  ')}`.trimEnd();
  process.stdout.write('\nProcess start to first answer, medians in ms; code in KB, all of it and what is loaded at once\n');
  process.stdout.write(`${line('', 'ours', 'naive', 'of naive', 'all', 'at once', 'asked first')}\n`);
  for (const row of rows) {
    const ratio = ratioOf(row);
    const said = ratio === undefined ? 'the same' : `${ratio} %`;
    process.stdout.write(`${line(row.id, row.ours, row.naive ?? '-', said, row.size.all, row.size.atOnce, row.asked)}\n`);
  }
  const missed = figuresOf(rows)
    .filter((figure) => !isMet(figure))
    .map(({ name }) => name.split(',')[0]);
  process.stdout.write(`  aim: at most 50 % of naive  ${missed.length === 0 ? 'met' : `NOT MET by ${missed.join(', ')}`}\n`);
}
