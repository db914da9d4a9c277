import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';

it("sst.config.ts and infra/ fit SST's own types", () => {
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'infra/tsconfig.json'], { cwd: inject('project'), encoding: 'utf8' });
  expect(stdout).toBe('');
});
