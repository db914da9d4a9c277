import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { type Engine, startEngine } from '@breathing-room/local/engine';
import { signature } from '@breathing-room/local/stand-in-twilio/webhook';
import { copyProject, type ProjectCopy } from '../../infra/offline/copy-project.ts';
import type { Graph } from '../../infra/offline/graph.ts';
import { sealingKey } from '../../infra/offline/made-up.ts';
import { type RunningLambda, runLambda } from '../../infra/offline/run-lambda.ts';
import { diff, installPlatform, operatorSecrets, operatorSettings, packageOf } from '../../infra/offline/run-sst.ts';
import { makeNaive } from './naive-build.ts';
import { type Figure, isMet, printFigures } from './figure.ts';

const rounds = 9;
const tableName = 'coldstart';
const publicBaseUrl = `https://${operatorSettings.DOMAIN}`;

interface Build {
  project: ProjectCopy;
  graph: Graph;
}

/**
 * Process start to first answer of each built function, ours and a naive build of the same code in turns:
 * whole twilio, zod with its languages, words as code, SST's own defaults. Aim: half of naive.
 */
export async function run({ json }: { json: boolean }): Promise<void> {
  if (!existsSync('infra/node_modules')) throw new Error('The tools of the deployment check are missing: run npm run infra first.');
  const ours = await build();
  const naive = await build(makeNaive);
  const engine = await startEngine();
  try {
    await createTable(dynamoClient({ region: 'us-east-1', endpoint: engine.endpoint }), tableName);
    const figures: Figure[] = [];
    for (const id of ['Web', 'Wake', 'Tick', 'Fallback']) figures.push(...figuresOf(id, await timesOf(id, [ours, naive], engine)));
    if (json)
      process.stdout.write(
        `${JSON.stringify({ bench: 'coldstart', node: process.version, figures: figures.map((figure) => ({ ...figure, isMet: isMet(figure) })) }, undefined, 2)}\n`,
      );
    else printFigures('Process start to first answer, median', figures);
  } finally {
    await engine.stop();
    await ours.project.remove();
    await naive.project.remove();
  }
}

async function build(change?: (folder: string) => Promise<void>): Promise<Build> {
  const project = await copyProject();
  await change?.(project.folder);
  await installPlatform(project.folder);
  return { project, graph: await diff(project.folder, 'production') };
}

/** In turns, so that a busy moment of the machine meets both. */
async function timesOf(id: string, builds: readonly Build[], engine: Engine): Promise<number[][]> {
  const times: number[][] = builds.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, built] of builds.entries()) times[index]!.push(await firstAnswerMs(id, built, engine));
  return times;
}

async function firstAnswerMs(id: string, { project, graph }: Build, engine: Engine): Promise<number> {
  const began = performance.now();
  const fn = await start(id, project.folder, graph, engine);
  await fn.invoke(firstEvents[id]!());
  const took = performance.now() - began;
  fn.stop();
  return took;
}

function start(id: string, folder: string, graph: Graph, engine: Engine): Promise<RunningLambda> {
  const { inputs } = graph.resources.find(({ type, name }) => type === 'aws:lambda/function:Function' && name === `${id}Function`)!;
  const code = packageOf(folder, 'production', id);
  const env = {
    ...(inputs.environment.variables as Record<string, string>),
    TABLE_NAME: tableName,
    DYNAMODB_ENDPOINT: engine.endpoint,
    SST_KEY: sealingKey.toString('base64'),
  };
  return runLambda({
    folder: code,
    client: join(folder, '.sst/platform/dist/nodejs-runtime/index.js'),
    handler: join(code, inputs.handler as string),
    env,
  });
}

let texts = 0;

/** What each is first asked in real life: a text, a queued shard, a minute, a failed webhook. */
const firstEvents: Record<string, () => object> = {
  Web: () => textEvent(`SM${String((texts += 1)).padStart(32, '0')}`),
  Wake: () => ({ Records: [{ messageId: 'm1', body: '{"shard":0}' }] }),
  Tick: () => ({}),
  Fallback: () => ({ body: 'From=%2B12125550123' }),
};

function textEvent(messageSid: string): object {
  const fields = {
    AccountSid: operatorSettings.TWILIO_ACCOUNT_SID!,
    MessagingServiceSid: operatorSettings.TWILIO_MESSAGING_SERVICE_SID!,
    MessageSid: messageSid,
    From: '+12125550123',
    To: '+15005550006',
    Body: 'SPACE',
  };
  const headers = {
    host: 'api',
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature(operatorSecrets.TwilioAuthToken!, `${publicBaseUrl}/sms/inbound`, fields),
  };
  return {
    version: '2.0',
    rawPath: '/sms/inbound',
    rawQueryString: '',
    headers,
    requestContext: { domainName: 'api', http: { method: 'POST', path: '/sms/inbound' } },
    body: Buffer.from(new URLSearchParams(fields).toString()).toString('base64'),
    isBase64Encoded: true,
  };
}

function figuresOf(id: string, [ours = [], naive = []]: number[][]): Figure[] {
  const [mine, theirs] = [median(ours), median(naive)];
  return [
    { name: `${id}, ours`, value: mine, unit: 'ms' },
    { name: `${id}, naive`, value: theirs, unit: 'ms' },
    { name: `${id}, ours of naive`, value: Math.round((100 * mine) / theirs), unit: '%', ...(id === 'Web' && { aim: { most: 50 } }) },
  ];
}

const median = (times: readonly number[]): number => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!);
