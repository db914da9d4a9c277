import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'esbuild';
import { sourcePlace } from '@breathing-room/functions/source-place';

const logLine = new URL('../../packages/functions/src/log-line.ts', import.meta.url).pathname;
const source = `import { describeFault } from ${JSON.stringify(logLine)};

function breaks(words: string): never {
  throw new Error(words);
}
try {
  breaks('words of a person');
} catch (error) {
  console.log(JSON.stringify(describeFault(error)));
}
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'source-place-'));
  await writeFile(join(folder, 'broken.ts'), source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Built as a function is deployed, run in a process of its own. */
async function faultOf(sourcemap: boolean): Promise<string[]> {
  const outfile = join(folder, `built-${String(sourcemap)}`, 'bundle.mjs');
  await build({
    entryPoints: [join(folder, 'broken.ts')],
    outfile,
    bundle: true,
    minify: true,
    sourcemap,
    platform: 'node',
    format: 'esm',
  });
  return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })) as string[];
}

describe('the place where a built function broke', () => {
  it('is told by its source, read from the map beside it, and without what was said (S9)', async () => {
    const fault = await faultOf(true);
    expect(fault.slice(0, 3)).toEqual([
      'Error',
      expect.stringMatching(/^at broken\.ts:4:\d+$/),
      expect.stringMatching(/^at broken\.ts:7:\d+$/),
    ]);
    expect(fault.join()).not.toContain('words');
  });

  it('is the one in the built code where there is no map', async () => {
    expect((await faultOf(false))[1]).toMatch(/bundle\.mjs:\d+:\d+/);
  });

  it.each(['at node:internal/process/task_queues:95:5', 'at Object.down (/app/tests/some.test.ts:9:35)', 'at async Promise.all (index 0)'])(
    'leaves %j as it is',
    (line) => {
      expect(sourcePlace(line)).toBe(line);
    },
  );
});
