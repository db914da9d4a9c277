import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookedMail } from '@breathing-room/local/mail/mail-book';
import { mailPrograms, quoteAs } from '@breathing-room/local/mail/quote-as';
import { startLocal, type TestLocal } from '../support/local.ts';

const jo = 'jo@example.net';
const to = 'notes@mail.localhost.test';
let running: TestLocal;
beforeAll(async () => void (running = await startLocal({ frozen: '2026-11-23T15:41:00Z' })));
afterAll(() => running.close());

const post = async (path: string, json: unknown): Promise<any> =>
  (await fetch(running.url + path, { method: 'POST', body: JSON.stringify(json) })).json();
const write = (more: object): Promise<any> => post('/local/mail', { from: jo, to, ...more });
const find = () => running.local.services.store.find({ channel: 'email', value: jo });
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const press = (url: string, body = ''): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers: { ...form, origin: running.url }, redirect: 'manual' });
const lastNote = (): BookedMail =>
  running.local.mail.book.of(jo).findLast(({ from, text }) => from === 'service' && text.includes('/check-in?t='))!;
/** On to the next note that asks for a number. */
const untilAsked = async (): Promise<BookedMail> => {
  const before = lastNote()?.id;
  for (let days = 0; days < 30 && lastNote()?.id === before; days++) await post('/local/clock', { advance: 'P1D' });
  expect(lastNote()?.id).not.toBe(before);
  return lastNote();
};

describe('a life by mail', () => {
  it('begins with a mail, a town and a button, and not before the button (E4)', async () => {
    await write({ to: 'join@mail.localhost.test', text: 'JOIN PATIENCE' });
    const {
      answers: [asked],
    } = await write({ to: 'join@mail.localhost.test', text: 'ZONE DENVER' });
    const link = /https?:\S+\/confirm\?t=[\w-]{48}/.exec(asked.text)![0];
    await post(`/local/mailboxes/${jo}/mails/${asked.id}/scan`, {});
    expect((await find()).consent).toBe('none');
    expect((await press(link)).status).toBe(200);
    expect(await find()).toMatchObject({ consent: 'given', enrolment: { programme: 'patience' } });
  });

  it('brings notes by day, each with its way out', async () => {
    const note = await untilAsked();
    expect(note.headers['Auto-Submitted']).toBe('auto-generated');
    const notes = running.local.mail.book.of(jo).filter(({ headers }) => headers['Auto-Submitted'] === 'auto-generated');
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every(({ headers }) => headers['List-Unsubscribe'] !== undefined)).toBe(true);
    expect(notes.map(({ at }) => Number(at.slice(11, 13))).every((hour) => hour >= 17)).toBe(true);
  });

  it('is not answered for by a scanner that opens all five numbers and the way out (E3)', async () => {
    const before = await find();
    const visits = (await post(`/local/mailboxes/${jo}/mails/${lastNote().id}/scan`, {})) as { get: number }[];
    expect(visits.map(({ get }) => get)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await find()).toEqual(before);
  });

  it.each(mailPrograms)('takes a number above a thread quoted by %s, once', async (program) => {
    const note = program === mailPrograms[0] ? lastNote() : await untilAsked();
    const { ownWords, answers } = await write({ subject: `Re: ${note.subject}`, text: quoteAs(program, '4', note, 'Breathing Room') });
    expect(ownWords).toBe('4');
    expect(answers).toHaveLength(1);
    expect((await find()).bands.at(-1)).toMatchObject({ value: 4 });
  });

  it('takes no number from a mail nobody answers for (E5)', async () => {
    const note = await untilAsked();
    await write({ subject: `Re: ${note.subject}`, text: '1', verdicts: { dmarc: 'fail', dkim: 'fail', spf: 'fail' } });
    expect((await find()).bands.map(({ value }) => value)).not.toContain(1);
    await write({ subject: `Re: ${note.subject}`, text: '1' });
    expect((await find()).bands.at(-1)?.value).toBe(1);
  });

  it('says nothing to a vacation notice (E6)', async () => {
    const { answers } = await write({ text: 'I am away until Monday. 1', headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(answers).toEqual([]);
  });

  it('ends with one click of a mail program, and stays ended (E2)', async () => {
    const wayOut = lastNote().headers['List-Unsubscribe']!.slice(1, -1);
    expect((await fetch(wayOut, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: form, redirect: 'manual' })).status).toBe(
      200,
    );
    expect((await find()).consent).toBe('withdrawn');
    const mails = running.local.mail.book.of(jo).length;
    await post('/local/clock', { advance: 'P10D' });
    expect(running.local.mail.book.of(jo).length).toBe(mails);
  });
});
