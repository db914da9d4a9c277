import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'esbuild';

let folder: string;
let stack: string[];

/** A package as Lambda has it, and what Lambda's own line says when its handler throws. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  const source = join(folder, 'broken.ts');
  await writeFile(source, "interface Gone { away: true }\nconst gone = (): Gone => {\n  throw new Error('broken');\n};\ngone();\n");
  const outfile = join(folder, 'bundle.mjs');
  await build({ entryPoints: [source], outfile, bundle: true, minify: true, sourcemap: true, platform: 'node', format: 'esm' });
  const { stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
  stack = stderr.replaceAll(folder, '/var/task').split('\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (...args: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['tools/source-places.ts', ...args], {
    encoding: 'utf8',
    input: JSON.stringify({ stackTrace: stack }),
  });

describe('what Lambda says of a run that threw', () => {
  it('is read by the maps of the package, place by place', () => {
    const places = read(folder).stdout.trim().split('\n');
    expect(places).toContainEqual(expect.stringMatching(/^at broken\.ts:3:\d+$/));
    expect(places).toContainEqual(expect.stringMatching(/^at broken\.ts:5:\d+$/));
  });

  it('asks for the package where none is named', () => {
    const { status, stderr } = read();
    expect(status).toBe(2);
    expect(stderr).toContain('unpacked');
  });
});
