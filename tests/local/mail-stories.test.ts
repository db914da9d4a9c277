import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocal, type TestLocal } from '../support/local.ts';

const notes = 'notes@mail.localhost.test';
let running: TestLocal;
beforeEach(async () => void (running = await startLocal({ frozen: '2026-11-23T15:41:00Z' })));
afterEach(() => running.close());

const post = async (path: string, json: unknown): Promise<any> =>
  (await fetch(running.url + path, { method: 'POST', body: JSON.stringify(json) })).json();
const press = (url: string, fields: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: running.url }, redirect: 'manual' });
const find = (value: string) => running.local.services.store.find({ channel: 'email', value });
const mailsTo = (value: string) => running.local.mail.book.of(value).filter(({ from }) => from === 'service');

/** Signs up on the page and presses the button behind the link in the mail. */
async function joinByPage(email: string): Promise<void> {
  const last = { step: 'ask', programme: 'selfcare', zone: 'America/Denver', adult: 'on', wording: 'mail.consent-plain' };
  expect((await press(`${running.url}/join`, { ...last, email })).status).toBe(200);
  const [asked] = mailsTo(email);
  expect((await find(email)).consent).not.toBe('given');
  await press(/https?:\S+\/confirm\?t=[\w-]{48}/.exec(asked!.text)![0]);
}

const untilNote = async (email: string): Promise<void> => {
  const before = mailsTo(email).length;
  for (let tries = 0; tries < 10 && mailsTo(email).length === before; tries++) await post('/local/clock', { to: 'next' });
};

describe('by mail', () => {
  it('somebody joins on the page, presses the button and gets the first note (E4)', async () => {
    await joinByPage('robin@example.net');
    expect(await find('robin@example.net')).toMatchObject({ consent: 'given', enrolment: { programme: 'selfcare' } });
    await untilNote('robin@example.net');
    expect(mailsTo('robin@example.net').at(-1)?.headers['List-Unsubscribe']).toBeDefined();
  });

  it('a note forwarded to a friend, who writes back, changes nothing for whom it was sent to (E5)', async () => {
    await joinByPage('robin@example.net');
    await untilNote('robin@example.net');
    const before = await find('robin@example.net');
    const note = mailsTo('robin@example.net').at(-1)!;
    const forwarded = `5\n\n---------- Forwarded message ---------\nFrom: Breathing Room <${notes}>\nSubject: ${note.subject}\n\n${note.text}`;
    await post('/local/mail', { from: 'friend@example.com', to: notes, subject: `Fwd: ${note.subject}`, text: forwarded });
    await post('/local/mail', { from: 'friend@example.com', to: notes, subject: `Fwd: ${note.subject}`, text: 'STOP' });
    expect(await find('robin@example.net')).toEqual(before);
  });

  it.each(['bounce@example.net', 'complaint@example.net'])('%s is never written to again (E7)', async (email) => {
    await joinByPage(email);
    for (let days = 0; days < 4; days++) await post('/local/clock', { advance: 'P1D' });
    expect((await find(email)).consent).not.toBe('given');
    const written = mailsTo(email).length;
    await post('/local/clock', { advance: 'P20D' });
    expect(mailsTo(email).length).toBe(written);
  });
});
