import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantAt } from '@breathing-room/core/domain/instant';
import { profileOf, readSettings } from '@breathing-room/functions/settings';
import { type Engine, freePort, startEngine } from '@breathing-room/local/engine';
import { conversation } from './conversation.ts';
import { crowd, type Person } from './crowd.ts';
import { type Figure, isMet, printFigures, rounded } from './figure.ts';
import { inboundRound, type RoundResult } from './inbound-round.ts';
import { progress } from './progress.ts';
import { seedCrowd } from './seed.ts';
import { startService } from './service.ts';
import { tableSettings } from './table-settings.ts';

const peopleCount = 20_000;
const textCount = 1_500;
/** The service still grows faster over its first few thousand texts: its code is being compiled. */
const warmUpCount = 3_000;
const clientCounts = [1, 8] as const;
const leastPerSecond = { memory: 450, disk: 330 } as const;
const mostP99Ms = 50;

type Storage = keyof typeof leastPerSecond;

/** Signed texts from 20,000 numbers against the service in a process of its own, by 1 and 8 clients. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const results: { storage: Storage; clients: number; figures: Figure[] }[] = [];
  for (const storage of ['memory', 'disk'] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'breathing-room-bench-'));
    const engine = await startEngine(storage === 'disk' ? { dataFile: join(folder, 'bench.db') } : {});
    try {
      for (const [clients, result] of await roundsOn(engine, storage))
        results.push({ storage, clients, figures: figuresOf(result, storage, clients) });
    } finally {
      await engine.stop();
      await rm(folder, { recursive: true });
    }
  }
  if (json)
    process.stdout.write(`${JSON.stringify({ bench: 'inbound', ...machine(), results: results.map(withVerdict) }, undefined, 2)}\n`);
  else
    for (const { storage, clients, figures } of results)
      printFigures(`Engine ${storage === 'disk' ? 'on disk' : 'in memory'}, ${clients} client${clients === 1 ? '' : 's'}`, figures);
}

async function roundsOn({ endpoint }: Engine, storage: Storage): Promise<[number, RoundResult][]> {
  const port = await freePort(0);
  const env = { DYNAMODB_ENDPOINT: endpoint, PORT: String(port), PUBLIC_BASE_URL: 'https://line.example', TABLE_NAME: 'bench' };
  const settings = readSettings(env);
  const now = instantAt(Date.now() / 1000);
  const table = tableSettings(settings, endpoint, { now: () => now });
  const people = crowd(peopleCount);
  await progress(`${storage}: ${peopleCount} people`, () => seedCrowd(table, people, profileOf(settings)));
  const rounds: [number, RoundResult][] = [];
  for (const [index, clients] of clientCounts.entries()) {
    const service = await startService(env);
    const warmUp = conversation(partOf(people, 2 * index), warmUpCount, clients);
    const texts = conversation(partOf(people, 2 * index + 1), textCount, 100 + clients);
    const round = { service, settings, table, clients };
    await progress(`${storage}, ${clients} clients: warm-up`, () => inboundRound({ ...round, clients: 8, texts: warmUp }));
    rounds.push([clients, await progress(`${storage}, ${clients} clients: ${textCount} texts`, () => inboundRound({ ...round, texts }))]);
    await service.stop();
  }
  return rounds;
}

function figuresOf(result: RoundResult, storage: Storage, clients: number): Figure[] {
  const sorted = result.latencies.toSorted((a, b) => a - b);
  const percentile = (share: number): number => rounded(sorted[Math.ceil(sorted.length * share) - 1]!);
  return [
    {
      name: 'texts answered',
      value: rounded(result.textsPerSecond),
      unit: 'a second',
      ...(clients === 8 && { aim: { least: leastPerSecond[storage] } }),
    },
    { name: 'half of them within', value: percentile(0.5), unit: 'ms' },
    { name: '95 % within', value: percentile(0.95), unit: 'ms' },
    { name: '99 % within', value: percentile(0.99), unit: 'ms', aim: { most: mostP99Ms } },
    { name: 'our own processor time', value: rounded(result.cpuMsPerText), unit: 'ms a text' },
    { name: 'memory of the service', value: Math.round(result.rssBytes / 2 ** 20), unit: 'MB' },
    { name: 'records changed, each once', value: result.recordsChanged, unit: 'records' },
  ];
}

/** One of several parts of the crowd, every state and place in each: `crowd` deals them out by thousands. */
const partOf = (people: readonly Person[], part: number): Person[] =>
  people.filter((_, index) => Math.floor(index / 1000) % (2 * clientCounts.length) === part);

const withVerdict = <Result extends { figures: Figure[] }>(result: Result) => ({
  ...result,
  figures: result.figures.map((figure) => ({ ...figure, isMet: isMet(figure) })),
});

const machine = () => ({ node: process.version, processors: cpus().length });
