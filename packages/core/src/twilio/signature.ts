import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/** A form as Twilio signs it: each name once, repeated ones with all their values. */
export type FormFields = Readonly<Record<string, string | string[]>>;

export interface SignedRequest {
  /** The address Twilio called, exactly as it was typed into its console, query included. */
  url: string;
  fields: FormFields;
  signature: string | undefined;
}

/**
 * Twilio made this request: its signature fits one of the tokens (W3, W6). False for anything unusable.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function isFromTwilio(request: SignedRequest, authTokens: readonly string[]): boolean {
  const { url, fields, signature } = request;
  if (signature === undefined || signature === '') return false;
  try {
    return authTokens.some((token) => token !== '' && validateRequest(token, signature, url, fields));
  } catch {
    // The library throws on an address it cannot parse: not ours, so not Twilio's either.
    return false;
  }
}

/** Reads a form body without losing repeated names; own names only, so `__proto__` is a name like any other. */
export function readForm(body: string): FormFields {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

/** The first value of a field. */
export const fieldOf = (fields: FormFields, name: string): string | undefined => {
  const value = fields[name];
  return Array.isArray(value) ? value[0] : value;
};
