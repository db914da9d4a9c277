import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { type Instant, plusMinutes } from '@breathing-room/core/domain/instant';
import { reply } from '@breathing-room/core/domain/reply';
import { readSettings } from '@breathing-room/functions/settings';
import { localService } from '@breathing-room/local/local-service';

export interface KillOptions {
  endpoint: string;
  people: number;
  kills: number;
  /** The control: look-ups are blind. */
  isBlind: boolean;
}

export interface KillResult {
  /** Per person, how many notes the provider took. */
  taken: number[];
  kills: number;
}

/** 11:00 in New York on a Monday: the window stays open for six hours of six-minute rounds. */
const beginsAt: Instant = '2026-03-02T16:00:00Z';

/**
 * Lets workers send the first note of many people and kills each at a random moment; then lets the last
 * ones finish. The stand-in carrier lives in its own process and remembers every message it took.
 */
export async function killRounds({ endpoint, people, kills, isBlind }: KillOptions): Promise<KillResult> {
  const env = {
    ...process.env,
    DYNAMODB_ENDPOINT: endpoint,
    TABLE_NAME: `kill-${randomBytes(6).toString('hex')}`,
    PUBLIC_BASE_URL: 'http://127.0.0.1:9',
  };
  const carrier = await startCarrier(env);
  try {
    const workerEnv = { ...env, TWILIO_BASE_URL: carrier.url, BLIND: isBlind ? '1' : '0' };
    const due = await enrolPeople(workerEnv, people);
    let at = due;
    for (let round = 0; round < kills; round++) {
      await carrier.setClock(at);
      await killAtRandom(startWorker({ ...workerEnv, CLOCK: at }));
      at = plusMinutes(at, 6);
    }
    for (let quiet = 0; quiet < 5; quiet++) {
      await carrier.setClock(at);
      await toTheEnd(startWorker({ ...workerEnv, CLOCK: at }));
      at = plusMinutes(at, 6);
    }
    return { taken: await carrier.takenBy(numbers(people)), kills };
  } finally {
    carrier.stop();
  }
}

const numbers = (people: number): string[] => Array.from({ length: people }, (_, index) => `+1212555${String(index).padStart(4, '0')}`);

/** JOIN SELFCARE and GO for everybody, written with the real store; the moment the last first note is due. */
async function enrolPeople(env: NodeJS.ProcessEnv, people: number): Promise<Instant> {
  const settings = readSettings(env);
  await createTable(dynamoClient({ region: 'us-east-1', endpoint: env.DYNAMODB_ENDPOINT! }), settings.TABLE_NAME);
  const { services } = await localService({ settings, endpoint: env.DYNAMODB_ENDPOINT!, frozen: beginsAt });
  const dues = await Promise.all(
    numbers(people).map(async (number) => {
      const stranger = await services.store.find({ channel: 'sms', value: number });
      const joining = reply(stranger, { id: 'joining0', messageId: 'SM1', body: 'JOIN SELFCARE' }, services.guide, beginsAt).subscriber;
      const { subscriber } = reply(joining, { id: 'going000', messageId: 'SM2', body: 'GO' }, services.guide, beginsAt);
      await services.store.save(subscriber);
      return subscriber.wakeAt!;
    }),
  );
  return dues.reduce((last, due) => (due > last ? due : last));
}

const tsx = ['--import', 'tsx'];

const startWorker = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [...tsx, 'tests/sending/kill-worker.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });

/** Kills it some time after it began its work; one that is done before is done. */
async function killAtRandom(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  await firstLine(worker);
  await Promise.race([gone, delay(20 + Math.random() * 250)]);
  worker.kill('SIGKILL');
  await gone;
}

async function toTheEnd(worker: ChildProcess): Promise<void> {
  worker.stdout!.resume();
  const [code] = await once(worker, 'exit');
  if (code !== 0) throw new Error(`a worker ended with ${code}`);
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error('the process ended without a word');
}

async function startCarrier(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [...tsx, 'packages/local/src/stand-in-twilio/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  const post = (path: string, body: unknown) => fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  // Slow answers leave more POSTs under way when the kill comes; a few are never answered at all.
  await post('/stand-in/faults', { kind: 'reset', count: 5 });
  await post('/stand-in/faults', { kind: 'slow', delayMs: 40, count: 1_000_000 });
  return {
    url,
    setClock: (now: Instant) => post('/stand-in/clock', { now }),
    async takenBy(people: readonly string[]): Promise<number[]> {
      const { messages } = (await (await fetch(`${url}/stand-in/state`)).json()) as { messages: { to: string; direction: string }[] };
      return people.map((number) => messages.filter(({ to, direction }) => to === number && direction === 'outbound-api').length);
    },
    stop: () => child.kill('SIGKILL'),
  };
}
