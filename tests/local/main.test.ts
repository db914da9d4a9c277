import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'packages/local/src/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('npm start', () => {
  test('tells its options and settings with --help', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('npm start');
    expect(stdout).toContain('DATA_DIR');
  });

  test('ends with 2 on an option it does not know', () => {
    const { status, stderr } = run(['--nothing']);
    expect(status).toBe(2);
    expect(stderr).toContain('--nothing');
  });

  test('ends with 1 and one clear line for each setting production lacks', () => {
    const { status, stderr } = run([], { STAGE: 'production', TWILIO_AUTH_TOKEN: '' });
    expect(status).toBe(1);
    expect(stderr).toContain('TWILIO_AUTH_TOKEN is missing\n');
    expect(stderr).toContain('ADDRESS_PEPPER is missing\n');
  });
});
