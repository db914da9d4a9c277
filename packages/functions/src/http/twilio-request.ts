import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import { isFromTwilio, readForm } from '@breathing-room/core/twilio/signature';
import type { FormFields } from '@breathing-room/core/twilio/signature';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';

export interface TwilioEnv {
  Variables: { fields: FormFields };
}

/** Far above any text with its fields; Twilio's own are under 4 KB. */
const maxBodyBytes = 16 * 1024;

/** The checks before any webhook of Twilio's is read, in this order: 405, 415, 413, 403 (W1–W3). */
export const twilioRequest = (settings: TwilioSettings) => [postOnly, formOnly, atMost, signedBy(settings)] as const;

const postOnly = createMiddleware<TwilioEnv>(async (c, next) =>
  c.req.method === 'POST' ? next() : c.text('Method Not Allowed', 405, { allow: 'POST' }),
);

const formOnly = createMiddleware<TwilioEnv>(async (c, next) => {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' ? next() : c.text('Unsupported Media Type', 415);
});

const tooLarge = (c: Context): Response => c.text('Payload Too Large', 413);

const countedLimit = bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge });

/** A stated length is enough: Node reads no further than it. Only a body without one is counted, which costs more. */
const atMost = createMiddleware<TwilioEnv>(async (c, next) => {
  const length = c.req.header('content-length');
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return countedLimit(c, next);
  return Number(length) <= maxBodyBytes ? next() : tooLarge(c);
});

const signedBy = (settings: TwilioSettings) =>
  createMiddleware<TwilioEnv>(async (c, next) => {
    const fields = readForm(await c.req.text());
    const target = rawTarget(c);
    const signature = c.req.header('x-twilio-signature');
    const isSigned = target !== undefined && isFromTwilio({ url: settings.publicBaseUrl + target, fields, signature }, settings.authTokens);
    if (!isSigned) return c.text('Forbidden', 403);
    c.set('fields', fields);
    return next();
  });

/**
 * Path and query as they came over the wire. A parsed address would have them re-encoded (`'` becomes
 * `%27`), and then the signature over the original fails (W4, W5). The host is never asked.
 */
export function rawTarget(c: Context): string | undefined {
  const { incoming, event } = (c.env ?? {}) as RawRequest;
  const target = incoming?.url ?? (event?.rawPath === undefined ? afterHost(c.req.url) : pathOf(event.rawPath, event.rawQueryString));
  return target.startsWith('/') ? target : undefined;
}

/** Node's request, or the event of API Gateway's HTTP API. */
interface RawRequest {
  incoming?: { url?: string };
  event?: { rawPath?: string; rawQueryString?: string };
}

const pathOf = (path: string, query: string | undefined): string => (query === undefined || query === '' ? path : `${path}?${query}`);

const afterHost = (url: string): string => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '');
