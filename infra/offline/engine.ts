import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { account, loadPulumi, recordResources, type Recorded, untilSettled } from './provider.ts';

/**
 * Stands where pulumi's engine would, for `sst diff` alone: runs the program SST built against made-up
 * providers and writes the engine's log of events, so that SST prints its own plan. It keeps no state
 * and refuses everything that would change something.
 */
const args = process.argv.slice(2);
async function main(): Promise<void> {
  switch (args[0]) {
    case 'version':
      process.stdout.write('v3.215.0\n');
      break;
    case 'stack':
      beginStack(args[2] ?? '');
      break;
    case 'preview':
      await preview();
      break;
    default:
      process.stderr.write(`the offline engine does not know ${args[0]}\n`);
      process.exitCode = 1;
  }
}

function beginStack(stack: string): void {
  const [, app = '', stage = ''] = stack.split('/');
  mkdirSync(join('.pulumi/stacks', app), { recursive: true });
  writeState(join(process.cwd(), '.pulumi/stacks', app, `${stage}.json`), stack, []);
}

async function preview(): Promise<void> {
  const main = /main: (.*)/.exec(readFileSync('Pulumi.yaml', 'utf8'))![1]!.trim();
  const [, app = '', stage = ''] = option('--stack').split('/');
  const region = configured('aws:region') ?? 'us-east-1';
  const stateFile = join(process.cwd(), '.pulumi/stacks', app, `${stage}.json`);
  const load = createRequire(main);
  const pulumi = loadPulumi(load);
  const recorded = await recordResources(pulumi, load, { project: app, stack: stage, region });
  const complain = (error: unknown): void => {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!recorded.problems.includes(problem)) recorded.problems.push(problem);
  };
  const finish = (): void => {
    writeEvents(option('--event-log'), recorded);
    writeState(stateFile, `organization/${app}/${stage}`, linksOf(recorded));
    const { resources, problems } = recorded;
    if (process.env.OFFLINE_GRAPH !== undefined) writeFileSync(process.env.OFFLINE_GRAPH, JSON.stringify({ app, stage, region, account, resources, problems }));
    process.exit(problems.length === 0 ? 0 : 1);
  };
  process.on('unhandledRejection', complain);
  // A value that failed leaves whatever rests on it waiting for ever: Node then ends by itself, and nobody would read why.
  process.once('beforeExit', () => {
    if (recorded.problems.length === 0) complain('the program waits for a value that never comes');
    finish();
  });
  try {
    await pulumi.runtime.runInPulumiStack(async () => ((await import(pathToFileURL(main).href)) as { default: unknown }).default);
    await untilSettled(load);
  } catch (error) {
    complain(error);
  }
  finish();
}

function writeEvents(log: string, { resources, problems }: Recorded): void {
  const timestamp = Math.floor(Date.now() / 1000);
  const created = resources.map(({ type, urn, custom, parent, inputs }) => ({
    resOutputsEvent: {
      metadata: {
        op: 'create', urn, type, old: null, new: { type, urn, custom, id: '', parent: parent ?? '', provider: '', inputs, outputs: inputs },
        keys: null, diffs: null, detailedDiff: null, logical: true, provider: '',
      },
      planning: true,
    },
  }));
  const complaints = problems.map((message) => ({ diagnosticEvent: { prefix: 'error: ', message, color: 'never', severity: 'error' } }));
  const summary = { summaryEvent: { maybeCorrupt: false, durationSeconds: 1, resourceChanges: { create: resources.length }, PolicyPacks: {} } };
  [...created, ...complaints, summary].forEach((event, sequence) => appendFileSync(log, `${JSON.stringify({ sequence, timestamp, ...event })}\n`));
}

/** SST writes its types from the links in the state; a real preview leaves the state alone, ours leaves the links in it. */
const linksOf = ({ resources }: Recorded): object[] =>
  resources
    .filter(({ type, outputs }) => type === 'pulumi:pulumi:Stack' || (type === 'sst:sst:LinkRef' && outputs !== undefined))
    .map(({ urn, type, parent, outputs }) => ({ urn, custom: false, type, ...(parent && { parent }), outputs: outputs ?? {}, inputs: {} }));

const writeState = (file: string, stack: string, resources: object[]): void =>
  writeFileSync(file, JSON.stringify({
    version: 3,
    checkpoint: { stack, latest: { manifest: { time: new Date().toISOString(), magic: '', version: '' }, resources } },
  }));

function option(name: string): string {
  const at = args.indexOf(name);
  if (at < 0) throw new Error(`the offline engine was not given ${name}`);
  return args[at + 1]!;
}

const configured = (name: string): string | undefined =>
  args.flatMap((arg, index) => (arg === '--config' && args[index + 1]!.startsWith(`${name}=`) ? [args[index + 1]!.slice(name.length + 1)] : []))[0];

// Last: everything above is in place by now.
await main();
