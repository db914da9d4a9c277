import { plusHours } from '@breathing-room/core/domain/instant';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenIn } from '../support/mailing.ts';
import { monday, openPages, type OpenPages, wordsOf } from './open-pages.ts';

let pages: OpenPages;
let token: string;
beforeEach(async () => {
  pages = await openPages();
  await pages.mail.asks({ programme: 'patience' });
  token = tokenIn(pages.mail.mailTo(), 'confirm');
});
afterEach(() => pages.running.close());

const path = () => `/confirm?t=${token}`;

describe('the page of a confirmation mail', () => {
  test.each(['GET', 'HEAD'])('begins nothing when a scanner opens it by %s (E3)', async (method) => {
    for (let again = 0; again < 3; again++) expect((await pages.app.request(path(), { method })).status).toBe(200);
    expect(await pages.mail.person()).toMatchObject({ consent: 'none' });
    expect(await pages.mail.ledger()).toEqual([]);
  });

  test('shows the wording and one button, and presses nothing by itself', async () => {
    const response = await pages.open(path());
    const page = await response.clone().text();
    expect(await wordsOf(response)).toContain('With the button you say no to both, and you agree to these mails.');
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).not.toMatch(/http-equiv|autofocus|onload/);
  });

  test('begins the notes once, with the wording and the address of who pressed (E4, O12)', async () => {
    const env = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };
    const pressed = () =>
      pages.app.request(
        path(),
        {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '6.6.6.6' },
        },
        env,
      );
    expect(await wordsOf(await pressed())).toContain('It counts from now on');
    expect(await pages.mail.ledger()).toMatchObject([
      { kind: 'given', method: 'page', source: '203.0.113.7', wording: { id: 'mail.consent-contact' } },
    ]);
    expect(await wordsOf(await pressed())).toContain('That is done already');
    expect(await wordsOf(await pages.open(path()))).toContain('That is done already');
    expect(await pages.mail.ledger()).toHaveLength(1);
  });

  test("takes the address of who pressed from the gateway's own word when deployed", async () => {
    const env = { requestContext: { http: { sourceIp: '198.51.100.4' } } };
    await pages.app.request(path(), { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }, env);
    expect(await pages.mail.ledger()).toMatchObject([{ source: '198.51.100.4' }]);
  });

  test('is closed after 48 hours, and pressing begins nothing', async () => {
    pages.running.local.clock.moveTo(plusHours(monday, 49));
    expect((await pages.open(path())).status).toBe(404);
    expect((await pages.press(path())).status).toBe(404);
    expect(await pages.mail.person()).toMatchObject({ consent: 'none' });
  });

  test('is closed to the token of another page', async () => {
    const other = await pages.mail.token('unsubscribe');
    expect((await pages.open(`/confirm?t=${other}`)).status).toBe(404);
    expect((await pages.press(`/confirm?t=${other}`)).status).toBe(404);
  });
});
