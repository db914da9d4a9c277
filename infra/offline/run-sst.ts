import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsStandIn } from './aws-stand-in.ts';
import { repository } from './copy-project.ts';
import type { Graph } from './graph.ts';
import { unzip } from './unzip.ts';

/** What an operator would have set before a first deployment; all of it made up. */
export const operatorSettings: Record<string, string> = {
  AWS_REGION: 'us-east-1',
  DOMAIN: 'texts.charity.example',
  ALERT_EMAIL: 'duty@charity.example',
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_MESSAGING_SERVICE_SID: `MG${'b'.repeat(32)}`,
  SERVICE_NAME: 'Breathing Room',
  PRIVACY_URL: 'https://charity.example/privacy',
  MAIL_FROM: 'Breathing Room <notes@mail.charity.example>',
  MAIL_DOMAIN: 'mail.charity.example',
  POSTAL_ADDRESS: '1 Charity Street, Springfield, IL 62701',
  MAIL_RULE_SET: 'own',
};

/** A branch somebody tries mails on: it may write to one mailbox. */
export const branchSettings: Record<string, string> = { ...operatorSettings, MAIL_ONLY_TO: 'tester@charity.example' };
/** What each of the two planned stages is told. */
export const settingsOf = (stage: string): Record<string, string> => (stage === 'production' ? operatorSettings : branchSettings);

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
export const operatorSecrets: Record<string, string> = {
  TwilioAuthToken: 'a token for the offline check',
  AddressKeys: `v1:${key(11)}`,
  AddressPepper: key(12),
  LinkKey: key(13),
};

export class SstError extends Error {
  override name = 'SstError';
}

/** Lays out SST's own sources and types in a project copy; they travel inside the command, so no network is asked. */
export async function installPlatform(folder: string): Promise<void> {
  await sst(folder, ['install'], { SST_STAGE: 'check' });
  await checkPins(folder);
}

/** Our lock of the providers' SDKs must be what this SST would download. */
async function checkPins(folder: string): Promise<void> {
  const pins = JSON.parse(await readFile(join(folder, '.sst/platform/package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const ours = JSON.parse(await readFile(join(repository, 'infra/package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const wrong = Object.entries(pins.dependencies)
    .filter(([name]) => /^@pulumi|^archiver$|^glob$/.test(name))
    .filter(([name, pin]) => ours.dependencies[name] !== pin.replace(/^v/, ''))
    .map(([name, pin]) => `${name}: SST pins ${pin}, infra/package.json has ${ours.dependencies[name] ?? 'none'}`);
  if (wrong.length > 0) throw new SstError(wrong.join('\n'));
}

export interface DiffOptions {
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
}

/**
 * The real `sst diff` of one stage: evaluates the configuration, builds every function, seals the
 * secrets, writes the types, prints its plan; then the resources it would make.
 * @throws SstError with what it printed, when it fails.
 */
export async function diff(folder: string, stage: string, { settings = settingsOf(stage), secrets = operatorSecrets }: DiffOptions = {}): Promise<Graph> {
  const graphFile = join(folder, `graph-${stage}.json`);
  const sealed = Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`SST_SECRET_${name}`, value]));
  await sst(folder, ['diff', '--stage', stage], { ...settings, ...sealed, OFFLINE_GRAPH: graphFile });
  await unpackFunctions(folder, stage);
  return JSON.parse(await readFile(graphFile, 'utf8')) as Graph;
}

/** Where the unpacked package of each function of a stage lies, as Lambda would see it. */
export const packageOf = (folder: string, stage: string, functionName: string): string => join(folder, `packages-${stage}`, functionName);

async function unpackFunctions(folder: string, stage: string): Promise<void> {
  await rm(join(folder, `packages-${stage}`), { recursive: true, force: true });
  for (const name of await readdir(join(folder, '.sst/artifacts')))
    if (!name.endsWith('-src')) await unzip(join(folder, '.sst/artifacts', name, 'code.zip'), packageOf(folder, stage, name));
}

async function sst(folder: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  const aws = await awsStandIn(join(repository, 'infra/node_modules'));
  const home = await engineHome();
  try {
    const { code, said } = await ended(folder, args, { ...machine(), ...standingIn(aws.url, home), ...env });
    if (code !== 0) throw new SstError(`sst ${args.join(' ')} ended with ${code}\n${said}`);
  } finally {
    aws.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** SST runs the pulumi it finds in its own home; there it finds ours. */
async function engineHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'breathing-room-sst-'));
  const engine = join(home, 'engine.mjs');
  const { build } = createRequire(join(repository, 'infra/package.json'))('esbuild') as typeof import('esbuild');
  await build({ entryPoints: [join(repository, 'infra/offline/engine.ts')], bundle: true, platform: 'node', format: 'esm', outfile: engine, logLevel: 'error' });
  await mkdir(join(home, 'sst/bin'), { recursive: true });
  const command = join(home, 'sst/bin/pulumi');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${engine}" "$@"\n`);
  await chmod(command, 0o755);
  return home;
}

/** Nothing of this machine's account or settings may leak into the check. */
const machine = (): Record<string, string> => ({ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? tmpdir(), NO_COLOR: '1' });

const standingIn = (awsUrl: string, home: string): Record<string, string> => ({
  XDG_CONFIG_HOME: home,
  SST_BUN_PATH: '/usr/bin/true',
  SST_SKIP_DEPENDENCY_CHECK: '1',
  SST_TELEMETRY_DISABLED: '1',
  NPM_REGISTRY: `${awsUrl}/npm`,
  AWS_ENDPOINT_URL: awsUrl,
  AWS_ACCESS_KEY_ID: 'offline',
  AWS_SECRET_ACCESS_KEY: 'offline',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});

function ended(folder: string, args: readonly string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const command = createRequire(join(repository, 'package.json')).resolve(`sst-${process.platform}-${process.arch}/bin/sst`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
