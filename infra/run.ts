import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run infra`: installs its tools when they are missing, then checks the deployment without an account. */
const help = `npm run infra [-- --faults [words]] [-- --types]

  (nothing)         the stages, the types, the graph and the built functions, in about a minute
  --faults [words]  plants every known fault in a copy and says which check caught it; with words only
                    the faults whose name has them, as in: npm run infra -- --faults mail
  --types           writes sst-env.d.ts anew, after a resource or a secret was added
`;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { faults: { type: 'boolean' }, types: { type: 'boolean' }, help: { type: 'boolean' } } });

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** npm writes its own copy of the lock after each install. */
const installed = 'infra/node_modules/.package-lock.json';
const isInstalled = existsSync(installed) && versions(installed) === versions('infra/package-lock.json');

/** The functions carry it; `npm run content` is the check of the words themselves. */
const isGenerated = existsSync('packages/core/generated/content.json');

function versions(file: string): string {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version?: string; optional?: boolean }> };
  return Object.entries(packages).filter(([path, { optional }]) => path !== '' && optional !== true).map(([path, { version }]) => `${path}@${version}`).sort().join();
}

function install(): boolean {
  process.stdout.write('Installing the tools of the deployment check (once, about 200 MB) ...\n');
  return run('npm', 'ci', '--prefix', 'infra', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

if (values.help === true) process.stdout.write(help);
else if ((!isInstalled && !install()) || (!isGenerated && !run('npx', 'tsx', 'tools/generate.ts'))) process.exitCode = 1;
else if (values.faults === true) process.exitCode = run('npx', 'tsx', 'infra/faults/plant.ts', ...(positionals.length > 0 ? ['--only', positionals.join(' ')] : [])) ? 0 : 1;
else if (values.types === true) process.exitCode = run('npx', 'tsx', 'infra/offline/write-types.ts') ? 0 : 1;
else process.exitCode = run('npx', 'vitest', 'run', '--config', 'infra/vitest.config.ts') ? 0 : 1;
