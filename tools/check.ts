import { spawnSync } from 'node:child_process';

/** Everything besides the tests that must hold, each in a line; all of them run, so one look shows every fault. */
const checks: [name: string, ...command: string[]][] = [
  ['types', 'tsc', '-p', '.'],
  ['lint and layers', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check'],
  ['dead code', 'knip'],
  ['content', 'tsx', 'packages/core/src/content/cli.ts'],
  ['weights', 'tsx', 'packages/core/src/meaning/check-weights.ts'],
  ['infra', 'tsx', 'infra/run.ts'],
];

const failed = checks.filter(([name, command, ...args]) => {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const isGreen = status === 0;
  process.stdout.write(`${isGreen ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
  if (!isGreen) process.stdout.write(`${stdout}${stderr}\n`);
  return !isGreen;
});

process.stdout.write(`${checks.length - failed.length} checks passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
