import { asksForSilence } from './asks-for-silence.ts';
import { fallbackTwiml } from './fallback-twiml.ts';

interface FallbackEvent {
  body?: string | null;
  isBase64Encoded?: boolean;
}

/**
 * Twilio's fallback address: asked when the webhook failed or took too long. Reads the sender's number, for
 * the country, and whether any answer could harm (X13); keeps nothing, so a forged request learns what a
 * help page says (W12).
 */
export const handler = async (event: FallbackEvent) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
  body: answerTo(formOf(event)),
});

const answerTo = (form: URLSearchParams): string =>
  asksForSilence(form.get('Body') ?? '') ? silence : fallbackTwiml(form.get('From') ?? undefined);

const silence = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

function formOf({ body, isBase64Encoded }: FallbackEvent): URLSearchParams {
  try {
    return new URLSearchParams(isBase64Encoded === true ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
  } catch {
    return new URLSearchParams();
  }
}
