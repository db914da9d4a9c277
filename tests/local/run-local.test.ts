import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readSettings } from '@breathing-room/functions/settings';
import { freePort } from '@breathing-room/local/engine';
import { DataFolderError } from '@breathing-room/local/local-state';
import { PortTakenError, runLocal, type Running } from '@breathing-room/local/run-local';

let running: Running[] = [];
afterEach(async () => {
  for (const each of running) await each.stop();
  running = [];
});

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'breathing-room-'));

async function start(dataDir: string, port?: number): Promise<Running> {
  const ports = { PORT: String(port ?? (await freePort(0))), SMTP_PORT: String(await freePort(0)) };
  const settings = readSettings({ ...ports, DATA_DIR: dataDir });
  const started = await runLocal(settings);
  running.push(started);
  return started;
}

const ask = async (url: string, path: string, json?: unknown): Promise<any> => {
  const response = await fetch(`${url}${path}`, json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) });
  return { status: response.status, ...((await response.json()) as object) };
};
const phone = '/local/phones/+12125550123/messages';

describe('the local service', () => {
  test('answers SPACE, serves its page and says what came back', async () => {
    const { url } = await start(await folder());
    const answer = await ask(url, phone, { body: 'SPACE' });
    expect(answer).toMatchObject({ status: 200, refused: 0 });
    expect(answer.answers).toHaveLength(1);
    expect(answer.why.length).toBeGreaterThan(0);
    expect((await fetch(`${url}/phones`)).headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test('keeps people, phones and the clock over a restart', async () => {
    const dataDir = await folder();
    const first = await start(dataDir);
    await ask(first.url, phone, { body: 'JOIN PATIENCE' });
    await ask(first.url, phone, { body: 'GO' });
    const before = await ask(first.url, '/local/clock', { advance: 'P1DT2H' });
    await first.stop();
    running = [];
    const second = await start(dataDir);
    const person = await ask(second.url, '/local/people/+12125550123');
    expect(person.record.enrolment.programme).toBe('patience');
    expect(person.decisions.length).toBeGreaterThan(1);
    const messages = (await (await fetch(`${second.url}${phone}`)).json()) as unknown[];
    expect(messages.length).toBeGreaterThanOrEqual(4);
    expect((await ask(second.url, '/local/clock')).now >= before.now).toBe(true);
  });

  test('stops at each due moment in order and answers after all of it has run', async () => {
    const { url } = await start(await folder());
    await ask(url, phone, { body: 'JOIN PATIENCE' });
    await ask(url, phone, { body: 'GO' });
    const moved = await ask(url, '/local/clock', { advance: 'P8D' });
    expect(moved.counts['post.sent']).toBeGreaterThanOrEqual(4);
    const messages = (await (await fetch(`${url}${phone}`)).json()) as { isNote: boolean; at: string }[];
    const notes = messages.filter(({ isNote }) => isNote).map(({ at }) => at);
    expect(notes).toEqual(notes.toSorted());
    expect(new Set(notes.map((at) => at.slice(0, 10))).size).toBe(notes.length);
  });

  test.each([
    [phone, { body: 7 }, 'body'],
    ['/local/phones/12/messages', { body: 'SPACE' }, ''],
    ['/local/clock', { advance: 'tomorrow' }, 'ISO 8601'],
    ['/local/clock', { to: 'yesterday' }, ''],
  ])('refuses %s %o with a clear error', async (path, json, word) => {
    const { url } = await start(await folder());
    const answer = await ask(url, path, json);
    expect(answer.status).toBe(400);
    expect(answer.error).toContain(word);
  });
});

describe('a data folder that is not ours', () => {
  test.each(['not json', '{"aheadSeconds": "soon"}'])('is named and left alone: %s', async (text) => {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'phones.json'), text);
    await expect(start(dataDir)).rejects.toThrow(DataFolderError);
    expect(await readFile(join(dataDir, 'phones.json'), 'utf8')).toBe(text);
  });

  test('holding another database is named and left alone', async () => {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'table.db'), 'somebody else’s notes');
    await expect(start(dataDir)).rejects.toThrow(/left as it is/);
    expect(await readFile(join(dataDir, 'table.db'), 'utf8')).toBe('somebody else’s notes');
  });
});

test('a taken port is told with the way out', async () => {
  const { url } = await start(await folder());
  await expect(start(await folder(), Number(new URL(url).port))).rejects.toThrow(PortTakenError);
});
