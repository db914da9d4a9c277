import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runContent } from '@breathing-room/core/content/cli';
import { topic, topicFile } from './planted.ts';

const root = new URL('../../', import.meta.url).pathname;
let copy: string;

async function run(...argv: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runContent([...argv, '--root', copy], (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

/** Phrases, lines and one topic: little enough to be quick. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'content-'));
  for (const part of ['phrases', 'helplines', 'towns.yaml', 'plan.yaml'])
    await cp(join(root, 'content', part), join(copy, 'content', part), { recursive: true });
  await cp(join(root, 'content/topics/hope.md'), join(copy, topicFile));
  const plan = join(copy, 'content/plan.yaml');
  await writeFile(plan, (await readFile(plan, 'utf8')).replace('complete: true', 'complete: false'));
});

describe('npm run content', () => {
  it('writes the content, tells what is missing and exits 0', async () => {
    const { code, said } = await run();
    expect([code, said.includes('topic "calm" is missing'), said.includes('1 of 52 topics')]).toEqual([0, true, true]);
    expect(JSON.parse(await readFile(join(copy, 'packages/core/generated/content.json'), 'utf8'))).toHaveProperty('topics.hope');
  });

  it('exits 1 with --complete while anything is missing', async () => {
    const { code, said } = await run('--complete', '--only', 'plan.yaml');
    expect([code, said.includes('content/plan.yaml:1:1 error completeness')]).toEqual([1, true]);
  });

  it('exits 1 with --release while no line is verified', async () => {
    const { code, said } = await run('--release', '--only', 'us.yaml');
    expect([code, said.includes('nobody has verified this line')]).toEqual([1, true]);
  });

  it('exits 1 and points at a planted fault', async () => {
    const kept = await readFile(join(copy, topicFile), 'utf8');
    await writeFile(join(copy, topicFile), topic('They will come back.')[topicFile]!);
    const { code, said } = await run('--only', 'hope');
    await writeFile(join(copy, topicFile), kept);
    expect([code, said.includes(`${topicFile}:16:1 error promise`)]).toEqual([1, true]);
  });

  it('counts every text with --stats', async () => {
    const { said } = await run('--stats');
    expect(said).toMatch(/^topic\.hope\.1 +card +\d+ +[12] +\d+ +\d+\.\d +\d+$/m);
    expect(said).toMatch(/^hope +\d+ +6 +\d+$/m);
  });

  it('shows a text as it arrives in a region', async () => {
    const { code, said } = await run('preview', 'optout.done', '--region', 'uk');
    expect([code, said.includes('Call 999'), said.includes('Breathing Room')]).toEqual([0, true, true]);
    const widths = new Set(
      said
        .split('\n')
        .filter((line) => /^[╭│╰]/.test(line))
        .map((line) => line.length),
    );
    expect(widths.size).toBe(1);
  });

  it("prints the provider's console texts with the lines of a region", async () => {
    const { code, said } = await run('console', '--region', 'nz', '--service', 'Quiet Line', '--privacy', 'quiet.example/p');
    expect(code).toBe(0);
    expect(said.split('\n').filter((line) => line.startsWith('Quiet Line: '))).toHaveLength(3);
    expect(said).toMatch(/\(HELP\)\n.*call or text 1737.*Call 111.*quiet\.example\/p/);
    expect(said).not.toMatch(/[{}]/);
  });

  it('finds a topic by its short name and says when there is none', async () => {
    expect((await run('preview', 'hope')).said).toContain('topic.hope.2');
    expect((await run('preview', 'nothing.here')).code).toBe(1);
  });

  it.each([[['preview']], [['--colour']], [['bake']], [['preview', 'hope', '--region', 'mars']]])(
    'exits 2 and shows the help for %j',
    async (argv) => {
      const { code, said } = await run(...argv);
      expect([code, said.includes('npm run content')]).toEqual([2, true]);
    },
  );

  it('shows the help', async () => {
    expect((await run('--help')).code).toBe(0);
  });
});
