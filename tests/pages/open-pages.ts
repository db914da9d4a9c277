import type { Hono } from 'hono';
import { publicPages } from '../../packages/functions/src/pages/public-pages.tsx';
import { mailing } from '../support/mailing.ts';
import { startLocal, type TestLocal } from '../support/local.ts';

/** A Monday, 10:30 in New York. */
export const monday = '2026-03-02T15:30:00Z';
export const ours = 'https://line.example';

export interface OpenPages {
  running: TestLocal;
  app: Hono;
  mail: ReturnType<typeof mailing>;
  /** A form of ours, sent by a browser of today. */
  press(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  open(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** The public pages on a real store, with a frozen clock and mails that land in a list. */
export async function openPages({ number }: { number?: string | undefined } = { number: '+15005550006' }): Promise<OpenPages> {
  const running = await startLocal({ frozen: monday });
  const mail = mailing(running);
  const app = publicPages({ services: mail.services, publicBaseUrl: ours, number });
  return {
    running,
    mail,
    app,
    press: async (path, fields = {}, headers = { 'sec-fetch-site': 'same-origin' }) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    open: async (path, headers = {}) => app.request(path, { headers }),
  };
}

/** What a page says, without its markup. */
export const wordsOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/\s+/g, ' ');
