/**
 * Twilio could not be asked, or refused. Carries only a code: Twilio's own message may repeat a
 * number or a text, so it goes nowhere (S9).
 */
export class TwilioError extends Error {
  override name = 'TwilioError';
  readonly code: number | string;

  constructor(tried: string, code: number | string) {
    super(`Twilio: ${tried} failed (${code})`);
    this.code = code;
  }
}
