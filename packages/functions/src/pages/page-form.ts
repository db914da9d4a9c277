import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';

/** The fields of a form; of a name given twice the last. A body that is no form has none. */
export async function readFields(c: Context): Promise<Record<string, string>> {
  try {
    const fields = Object.entries(await c.req.parseBody());
    return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
  } catch {
    return {};
  }
}

/** The token of a signed link, from the address of the page. */
export const tokenOf = (c: Context): string => c.req.query('t') ?? '';

/** Sixteen times the longest form of ours. */
export const shortBody: MiddlewareHandler = bodyLimit({ maxSize: 16 * 1024, onError: (c) => c.text('Payload Too Large', 413) });

/**
 * Only forms on pages of ours. Under `no-referrer` a browser states its origin as `null`; one that names no
 * `Sec-Fetch-Site` either is older than 2023 and is let in, since every form carries a token nobody else knows,
 * or says nothing a stranger could not say.
 */
export const fromOurPages = (publicBaseUrl: string): MiddlewareHandler =>
  csrf({
    origin: (origin, c) => origin === new URL(publicBaseUrl).origin || (origin === 'null' && c.req.header('sec-fetch-site') === undefined),
  });

interface Requested {
  requestContext?: { http?: { sourceIp?: string } };
  incoming?: { socket?: { remoteAddress?: string } };
}

/** Who pressed the button, for the proof of it (O12): as the gateway or the socket tells, never a header anybody can write. */
export function ipOf(c: Context): string {
  const { requestContext, incoming } = (c.env ?? {}) as Requested;
  return requestContext?.http?.sourceIp ?? incoming?.socket?.remoteAddress ?? 'unknown';
}
