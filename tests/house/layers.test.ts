import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** One import in a file of its own, at a place where the layers forbid or allow it. */
const plant = (folder: string, from: string): { path: string; from: string } => ({
  path: `${folder}/${from.replaceAll(/[^a-z]+/gi, '-')}.ts`,
  from,
});

const core = 'packages/core/src';
const forbidden = [
  plant(`${core}/domain`, '../actions/wake-due.ts'),
  plant(`${core}/domain`, '@breathing-room/core/actions/wake-due'),
  plant(`${core}/domain`, '../dynamo/store.ts'),
  plant(`${core}/domain`, '../twilio/twiml.ts'),
  plant(`${core}/domain`, '../content/load-content.ts'),
  plant(`${core}/domain`, '../ports.ts'),
  plant(`${core}/domain/understanding`, '../../services.ts'),
  plant(`${core}/domain`, 'node:crypto'),
  plant(`${core}/domain`, 'hono'),
  plant(`${core}/domain`, 'twilio'),
  plant(`${core}/actions`, '../dynamo/store.ts'),
  plant(`${core}/actions`, '../twilio/twilio-texts.ts'),
  plant(`${core}/actions`, '../content/load-content.ts'),
  plant(`${core}/actions`, '@aws-sdk/client-dynamodb'),
  plant(`${core}/actions`, '@breathing-room/functions/api'),
  plant(`${core}/actions`, '@breathing-room/local/run-local'),
  plant(`${core}/actions`, 'twilio'),
  plant(`${core}/dynamo`, '../actions/wake-due.ts'),
  plant(`${core}/dynamo`, '../services.ts'),
  plant(`${core}/twilio`, '@breathing-room/core/actions/wake-due'),
  plant(`${core}/twilio`, 'twilio'),
  plant(`${core}/content`, '../actions/wake-due.ts'),
  plant(`${core}/meaning`, '../actions/wake-due.ts'),
  plant('packages/functions/src', '@breathing-room/local/run-local'),
  plant('packages/functions/src', '../../local/src/run-local.ts'),
  plant('packages/functions/src', 'twilio'),
  plant('packages/local/src', 'twilio'),
];

const allowed = [
  plant(`${core}/domain`, './subscriber.ts'),
  plant(`${core}/domain/understanding`, '../meaning.ts'),
  plant(`${core}/domain`, './content.ts'),
  plant(`${core}/domain`, 'zod'),
  plant(`${core}/domain`, 'temporal-polyfill'),
  plant(`${core}/actions`, '../domain/nudge.ts'),
  plant(`${core}/actions`, '../ports.ts'),
  plant(`${core}/actions`, '../services.ts'),
  plant(`${core}/dynamo`, '../ports.ts'),
  plant(`${core}/dynamo`, '@aws-sdk/client-dynamodb'),
  plant(`${core}/twilio`, 'twilio/lib/webhooks/webhooks.js'),
  plant('packages/functions/src', '@breathing-room/core/actions/wake-due'),
  plant('packages/local/src', '@breathing-room/functions/api'),
];

/** Outside the repository: oxlint leaves out what git leaves out, whatever it is told. */
const folder = mkdtempSync(join(tmpdir(), 'planted-imports-'));
const reported = new Set<string>();

beforeAll(() => {
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
  for (const { path, from } of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { planted } from '${from}';\n\nexport const seed = planted;\n`);
  }
  const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  for (const { code, filename } of diagnostics) if (code.includes('no-restricted-imports')) reported.add(filename.replaceAll('\\', '/'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lint', () => {
  test.each(forbidden)('reports $from in $path', ({ path }) => {
    expect([...reported]).toContain(path);
  });

  test.each(allowed)('allows $from in $path', ({ path }) => {
    expect([...reported]).not.toContain(path);
  });
});
