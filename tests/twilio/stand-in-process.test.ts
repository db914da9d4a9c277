import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import { readSettings, twilioSettings } from '@breathing-room/functions/settings';

const main = new URL('../../packages/local/src/stand-in-twilio/main.ts', import.meta.url).pathname;
const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(env: Record<string, string>): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env: { PATH: process.env.PATH ?? '', ...env } });
  running.push(child);
  return child;
}

const note = { to: '+12125550123', body: 'One small step.', messageId: 'm234567890', validitySeconds: 600 };

describe('the stand-in as a process of its own', () => {
  it('says where it listens, takes messages and faults, and ends when told', async () => {
    const child = start({ STAND_IN_CALLBACK_DELAY_MS: '0' });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const texts = twilioTexts({ settings: { ...twilioSettings(readSettings({})), apiBaseUrl: url } });
    expect(await texts.send(note)).toMatchObject({ kind: 'sent' });
    await fetch(`${url}/stand-in/faults`, { method: 'POST', body: '{"kind":"reset","silent":true}' });
    expect(await texts.send(note)).toEqual({ kind: 'unknown' });
    expect(await texts.listSent(note.to, '2026-01-01T00:00:00Z')).toHaveLength(2);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says in one line what is wrong with its settings', async () => {
    const child = start({ TWILIO_ACCOUNT_SID: 'nonsense' });
    const [said] = (await once(child.stderr, 'data')) as [Buffer];
    expect(said.toString()).toBe('TWILIO_ACCOUNT_SID is wrong: must be AC and 32 hex digits\n');
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});
