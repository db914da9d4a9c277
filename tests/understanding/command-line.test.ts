import { spawnSync } from 'node:child_process';
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';

const kinds = ['optout', 'optin', 'help', 'crisis', 'command', 'checkin', 'topic', 'clarify', 'none'];
const commands = ['pause', 'resume', 'slower', 'faster', 'time', 'status', 'delete', 'export', 'join', 'menu', 'language'];

const run = (lines: readonly string[]): string[] => {
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'packages/core/src/meaning/cli.ts'], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
};

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('SPACE', 'stop texting me', 'i want to die', '3', 'pause 5', 'why is he like this', '\u2028', ''),
);
const line = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .record({ id: fc.oneof(fc.string(), fc.integer()), text, state: fc.constantFrom('checkin', 'optedout', 'new', undefined, 'other') })
      .map((each) => JSON.stringify(each)),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }).map((each) => each.replaceAll('\n', ' ').replaceAll('\r', ' ') || 'x') },
);

test('the command answers 10,000 random and hostile lines, one line each, to its contract', { timeout: 120_000 }, () => {
  const lines = fc.sample(line, 10_000);
  const answers = run(lines);
  expect(answers.length).toBe(lines.length);
  for (const [at, answer] of answers.entries()) {
    const said = JSON.parse(answer) as { id: unknown; kind: string; command?: string; value?: unknown; topics?: unknown[] };
    expect(kinds).toContain(said.kind);
    if (said.kind === 'command') expect(commands).toContain(said.command);
    if (said.kind === 'checkin') expect([1, 2, 3, 4, 5]).toContain(said.value);
    if (said.kind === 'topic') expect(said.topics?.length).toBeGreaterThan(0);
    if (lines[at]?.startsWith('{"id":') === true) expect(said.id).toEqual((JSON.parse(lines[at]) as { id: unknown }).id);
  }
});
