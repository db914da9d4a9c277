import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type OpenPages, ours, wordsOf } from './open-pages.ts';

const open = ['/', '/join', '/help-now', '/privacy'];
const behindLinks = ['/confirm', '/preferences', '/unsubscribe', '/check-in', '/my-data', '/forget'];
const forged = `${'A'.repeat(22)}${'B'.repeat(26)}`;

describe('every public page', () => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.running.close());

  test.each([...open, ...behindLinks.map((path) => `${path}?t=${forged}`)])(
    '%s runs no script, loads nothing and tells nobody where one came from (E3, P7)',
    async (path) => {
      const response = await pages.open(path);
      const { headers } = response;
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('set-cookie')).toBeNull();
      const page = await response.text();
      expect(page).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=|url\(|@import|http-equiv/i);
      expect([...page.matchAll(/<link[^>]*href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['data:,']);
      expect(page).toMatch(/<a class="leave" href="https:[^"]+" rel="noreferrer">/);
      expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    },
  );

  test.each([...open.slice(1), ...behindLinks.map((path) => `${path}?t=${forged}`)])(
    '%s is kept by no browser and found by no search (E3)',
    async (path) => {
      const response = await pages.open(path);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(await response.text()).toContain('<meta name="robots" content="noindex, nofollow"/>');
    },
  );

  test('may be found where it is the first page', async () => {
    const response = await pages.open('/');
    expect(response.headers.get('x-robots-tag')).toBeNull();
    expect(await response.text()).not.toContain('noindex');
  });

  test.each(behindLinks)('%s is closed alike to a forged token, to none and to any text, and says nothing of the address', async (path) => {
    const closed = await Promise.all(
      [`${path}?t=${forged}`, path, `${path}?t=`, `${path}?t=%00<script>`, `${path}?t=${'x'.repeat(5000)}`].map((address) =>
        pages.open(address),
      ),
    );
    expect(closed.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(await Promise.all(closed.map((response) => response.text()))).size).toBe(1);
    expect((await pages.press(`${path}?t=${forged}`, { value: '3', step: 'ask', kind: 'pause', pin: '1234' })).status).toBe(404);
  });

  test.each(['/join', ...behindLinks.filter((path) => path !== '/unsubscribe')])('%s takes no form from another site', async (path) => {
    const refused = await Promise.all([
      pages.press(path, {}, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }),
      pages.press(path, {}, { 'sec-fetch-site': 'cross-site', origin: 'null' }),
      pages.press(path, {}, { origin: 'https://evil.example' }),
      pages.press(path, {}, {}),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(refused[0].headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await wordsOf(refused[0])).toContain('did not come from a page of ours');
  });

  test('takes a form of ours from an old browser that names its origin, or hides it as we ask', async () => {
    const statuses = await Promise.all(
      [{ origin: ours }, { origin: 'null' }].map(async (headers) => (await pages.press('/join', {}, headers)).status),
    );
    expect(statuses).toEqual([400, 400]);
  });

  test('refuses a form of more than 16 KB', async () => {
    expect((await pages.press('/join', { town: 'x'.repeat(20_000) })).status).toBe(413);
  });

  test('gives no page to other methods and other paths', async () => {
    const response = await pages.app.request('/join', { method: 'PUT' });
    expect(response.status).toBe(404);
    expect((await pages.open('/joiner')).status).toBe(404);
  });
});
