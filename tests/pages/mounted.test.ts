import { createApi } from '@breathing-room/functions/api';
import type { LogLine } from '@breathing-room/functions/log-line';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ours } from '../http/test-api.ts';
import { tokenIn } from '../support/mailing.ts';
import { openPages, type OpenPages } from './open-pages.ts';

let pages: OpenPages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.running.close());

describe('the deployed app', () => {
  test('serves the pages beside the webhooks, which keep their own rules', async () => {
    const app = createApi({ services: pages.mail.services, twilio: { ...ours, numbers: ['+15005550006'] } });
    expect(await (await app.request('/')).text()).toContain('sms:+15005550006');
    expect((await app.request('/help-now')).status).toBe(200);
    expect((await app.request('/health')).headers.get('content-security-policy')).toBeNull();
    expect((await app.request('/sms/inbound', { method: 'POST' })).status).toBe(415);
  });

  test('mounts every page there is', async () => {
    const app = createApi({ services: pages.mail.services, twilio: ours });
    const paths = new Set(pages.app.routes.map(({ path }) => path).filter((path) => /^\/[a-z-]+$/.test(path)));
    expect(paths.size).toBe(9);
    for (const path of paths) expect((await app.request(path)).headers.get('content-security-policy')).toContain('default-src');
  });

  test('logs a page that broke, without its token or the address behind it (S9)', async () => {
    await pages.mail.asks();
    const token = tokenIn(pages.mail.mailTo(), 'confirm');
    const logged: LogLine[] = [];
    const findById = () => Promise.reject(new Error('the store is away'));
    const services = { ...pages.mail.services, store: { ...pages.mail.services.store, findById } };
    const app = createApi({ services, twilio: ours, log: (line) => logged.push(line) });
    const response = await app.request(`/confirm?t=${token}`);
    expect([response.status, await response.text()]).toEqual([500, 'Something broke on our side']);
    expect(logged).toMatchObject([{ level: 'error', event: 'request_failed', alarm: true }]);
    expect(JSON.stringify(logged)).not.toMatch(new RegExp(`${token}|robin@`));
  });

  test('makes the first page within 30 KB, and half of the time within 20 ms', async () => {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < 50; round++) {
      const start = performance.now();
      bytes = Buffer.byteLength(await (await pages.open('/')).text());
      times.push(performance.now() - start);
    }
    expect(bytes).toBeLessThan(30_000);
    expect(times.sort((one, other) => one - other)[25]).toBeLessThan(20);
  });
});
