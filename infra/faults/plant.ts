import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject } from '../offline/copy-project.ts';
import { diff, installPlatform, operatorSecrets, settingsOf } from '../offline/run-sst.ts';
import type { Fault } from './fault.ts';
import { faults as known } from './faults.ts';

const filesOf = {
  graph: ['production', 'stages', 'mail.test', 'bundles'],
  types: ['types'],
  stories: ['stories.test'],
} as const;

/**
 * Plants each fault in a copy of its own and lets the checks look for it. Ends with 1 when one was
 * missed, or when the checks complain without any fault. `--only <words>` plants those whose name has them.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const faults = known.filter(({ name }) => name.includes(values.only ?? ''));
const sound = await copyProject();
await installPlatform(sound.folder);
for (const stage of ['production', 'pr-12']) await diff(sound.folder, stage);

let missed = 0;
const baseline = values.only === undefined ? await look(sound.folder, 'graph') : undefined;
if (baseline !== undefined) process.stdout.write(`Without any fault the checks complain already: ${baseline}\n`);
const waiting = [...faults];
// Two at once keep a small machine busy without starving it.
await Promise.all([1, 2].map(async () => {
  for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) report(fault.name, await caughtBy(fault));
}));
await sound.remove();
process.stdout.write(`${faults.length} faults planted, ${missed} missed\n`);
process.exitCode = missed === 0 && baseline === undefined ? 0 : 1;

function report(name: string, caught: string | undefined): void {
  if (caught === undefined) missed++;
  process.stdout.write(`${caught === undefined ? 'MISSED' : 'caught'}  ${name}${caught === undefined ? '' : `: ${caught}`}\n`);
}

/** The first thing that noticed; undefined when nothing did. */
async function caughtBy(fault: Fault): Promise<string | undefined> {
  const { folder, remove } = await copyProject();
  try {
    await plant(folder, fault);
    for (const name of ['graph-pr-12.json', 'packages-pr-12']) await cp(join(sound.folder, name), join(folder, name), { recursive: true });
    const said = await planned(folder, fault);
    // A plan that ends without a reason may have ended for any: that proves nothing.
    if (said === '') return undefined;
    return said ?? (await look(folder, fault.suite ?? 'graph'));
  } finally {
    await remove();
  }
}

async function plant(folder: string, { name, file, find, put = '' }: Fault): Promise<void> {
  if (file === undefined) return;
  const source = await readFile(join(folder, file), 'utf8');
  if (find === undefined || !source.includes(find)) throw new Error(`"${name}" cannot be planted: ${file} has changed`);
  await writeFile(join(folder, file), source.replace(find, () => put));
}

/** Why `sst diff` refuses; empty when it does not say, undefined when it plans. */
async function planned(folder: string, { settings, withoutSecret, onBranch }: Fault): Promise<string | undefined> {
  const secrets = Object.fromEntries(Object.entries(operatorSecrets).filter(([name]) => name !== withoutSecret));
  try {
    await installPlatform(folder);
    for (const stage of onBranch === true ? ['production', 'pr-12'] : ['production']) await diff(folder, stage, { settings: { ...settingsOf(stage), ...settings }, secrets });
    return undefined;
  } catch (error) {
    const lines = (error as Error).message.split('\n').map((line) => line.trim());
    const reason = lines.findLast((line) => /is not set|must be|Set a value|does not match|[Cc]ould not|not found/.test(line)) ?? lines.find((line) => /^\w*Error: /.test(line));
    return reason === undefined ? '' : `sst diff: ${reason}`.slice(0, 140);
  }
}

/** Runs the tests on a planned project; the title of the first that fails. */
async function look(folder: string, suite: keyof typeof filesOf): Promise<string | undefined> {
  const report = join(folder, 'report.json');
  const args = ['vitest', 'run', '--config', 'infra/vitest.config.ts', '--reporter=json', '--bail=1', `--outputFile=${report}`, ...filesOf[suite]];
  const child = spawn('npx', args, { env: { ...process.env, INFRA_PROJECT: folder }, stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as { testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[] };
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  return failed?.fullName ?? testResults.find(({ message }) => message !== '')?.message.slice(0, 140);
}
