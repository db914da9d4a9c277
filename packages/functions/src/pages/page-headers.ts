import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { landingStyle } from './landing-style.ts';
import { pageStyle } from './page-style.ts';

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** No script, no frame, no picture from anywhere, and no style but ours (E3, P7). */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: [hashOf(pageStyle), hashOf(landingStyle)],
  imgSrc: ['data:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What every public page is served with. `no-referrer`: a page's address holds its token. */
export const pageHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy,
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
});

/** Nobody who opens this browser later, and no search, finds the page again (E3). */
export const leaveNoTrace: MiddlewareHandler = createMiddleware(async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
});

/** The first page is the same for everybody, so a browser may keep it for five minutes. */
export const mayBeKept: MiddlewareHandler = createMiddleware(async (c, next) => {
  await next();
  c.header('Cache-Control', 'public, max-age=300');
});
