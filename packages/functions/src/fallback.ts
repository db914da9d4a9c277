import { fallbackTwiml } from './fallback-twiml.ts';

interface FallbackEvent {
  body?: string | null;
  isBase64Encoded?: boolean;
}

/**
 * Twilio's fallback address: asked when the webhook failed or took too long. Reads only the sender's
 * number, for the country; keeps nothing, so a forged request learns what a help page says (W12).
 */
export const handler = async (event: FallbackEvent) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
  body: fallbackTwiml(senderOf(event)),
});

function senderOf({ body, isBase64Encoded }: FallbackEvent): string | undefined {
  try {
    const form = isBase64Encoded === true ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
    return new URLSearchParams(form).get('From') ?? undefined;
  } catch {
    return undefined;
  }
}
