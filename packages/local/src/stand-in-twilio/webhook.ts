import { createHmac } from 'node:crypto';

export interface WebhookTarget {
  authToken: string;
  /** As configured in the console; this is what is signed. */
  publicBaseUrl: string;
  /** Where it really listens, when that differs. */
  deliverTo?: string;
}

export interface WebhookAnswer {
  /** Absent when nobody answered. */
  status?: number;
  contentType: string;
  body: string;
}

/** Twilio gives a webhook 15 seconds. */
const patienceMs = 15_000;

/** Posts a form as Twilio does, signed for the address as configured. Never throws. */
export async function callWebhook(url: string, fields: Record<string, string>, target: WebhookTarget): Promise<WebhookAnswer> {
  const address = target.deliverTo === undefined ? url : url.replace(target.publicBaseUrl, target.deliverTo);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'user-agent': 'TwilioProxy/1.1',
        'x-twilio-signature': signature(target.authToken, url, fields),
      },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', body: await response.text() };
  } catch {
    return { contentType: '', body: '' };
  }
}

/**
 * Twilio's signature over the address and the sorted form: HMAC-SHA1, base64; of a repeated field each value once. Written a second time on
 * purpose, so that the check on the other side is not checked against itself.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signature(authToken: string, url: string, fields: Record<string, string | string[]>): string {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + signedField(name, fields[name]), url);
  return createHmac('sha1', authToken).update(Buffer.from(signed, 'utf8')).digest('base64');
}

const signedField = (name: string, value: string | string[] = ''): string =>
  [...new Set([value].flat())]
    .sort()
    .map((each) => name + each)
    .join('');
