import { plusHours } from '@breathing-room/core/domain/instant';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { monday, openPages, type OpenPages, wordsOf } from './open-pages.ts';

let pages: OpenPages;
let path: string;
beforeEach(async () => {
  pages = await openPages();
  await pages.mail.joins();
  path = `/unsubscribe?t=${await pages.mail.token('unsubscribe')}`;
});
afterEach(() => pages.running.close());

const multipart = new FormData();
multipart.set('List-Unsubscribe', 'One-Click');

const oneClicks: [string, RequestInit][] = [
  ['urlencoded', { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['multipart', { body: multipart }],
  ['empty', {}],
  ['garbage', { body: Uint8Array.from([0, 255, 13, 10, 128]), headers: { 'content-type': 'multipart/form-data; boundary=' } }],
];

describe('one click in a mail program', () => {
  test.each(oneClicks)('ends the notes with a body that is %s: 200, no redirect, no cookie, repeatable (E2)', async (_, request) => {
    for (let again = 0; again < 2; again++) {
      const response = await pages.app.request(path, { method: 'POST', ...request });
      expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([200, null, null]);
    }
    expect(await pages.mail.person()).toMatchObject({ consent: 'withdrawn' });
    expect((await pages.mail.ledger()).filter(({ kind }) => kind === 'withdrawn')).toMatchObject([{ method: 'one_click' }]);
  });

  test('needs no origin, and comes from other sites (E2)', async () => {
    const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await pages.app.request(path, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
    expect(await pages.mail.person()).toMatchObject({ consent: 'withdrawn' });
  });

  test.each(oneClicks)('changes nothing with a forged token and a body that is %s: 404 (E2)', async (_, request) => {
    const forged = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
    expect((await pages.app.request(forged, { method: 'POST', ...request })).status).toBe(404);
    expect(await pages.mail.person()).toMatchObject({ consent: 'given' });
  });

  test('works from a mail that is years old', async () => {
    pages.running.local.clock.moveTo(plusHours(monday, 3 * 365 * 24));
    expect((await pages.app.request(path, { method: 'POST' })).status).toBe(200);
  });
});

describe('the page to unsubscribe', () => {
  test.each(['GET', 'HEAD'])('ends nothing when a scanner opens it by %s (E3)', async (method) => {
    expect((await pages.app.request(path, { method })).status).toBe(200);
    expect(await pages.mail.person()).toMatchObject({ consent: 'given' });
  });

  test('ends the notes by its button, kept apart from one click in the proof (O12)', async () => {
    const page = await (await pages.open(path)).text();
    const action = /action="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
    expect(await wordsOf(await pages.press(action))).toContain('Done. No more notes.');
    expect((await pages.mail.ledger()).filter(({ kind }) => kind === 'withdrawn')).toMatchObject([{ method: 'page' }]);
  });

  test('names a rest and fewer notes beside the end', async () => {
    expect(await wordsOf(await pages.open(path))).toMatch(/Reply PAUSE.*reply SLOWER/);
  });

  test('names no programme', async () => {
    const page = await (await pages.open(path)).text();
    expect(Object.values(pages.mail.services.guide.content.programmes).filter(({ title }) => page.includes(title))).toEqual([]);
  });
});
