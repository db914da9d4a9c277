import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { buildClient } from './build-client.ts';
import { Page } from './page.tsx';

/** Only what this server gives: no other host, no inline script or style, no frame. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** The page at `/phones` and its three files. The script is built once, at the first call. */
export function localPage(): Hono {
  let client: Promise<string> | undefined;
  const page = new Hono();
  for (const path of ['/phones', '/page.js', '/page.css', '/page.svg']) page.use(path, secureHeaders({ contentSecurityPolicy }));
  return page
    .get('/phones', (c) => c.html(html`<!doctype html>${<Page />}`))
    .get('/page.js', async (c) => c.body(await (client ??= buildClient()), 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/page.css', async (c) => c.body(await fileBeside('page.css'), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/page.svg', async (c) => c.body(await fileBeside('page.svg'), 200, { 'content-type': 'image/svg+xml' }));
}

const fileBeside = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');
