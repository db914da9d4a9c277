/**
 * The direct answer to a text; `undefined` is silence. Characters XML cannot carry are left out (W15).
 * By hand: Twilio's own builder is 58 KB, loaded before every first answer.
 */
export function twiml(body: string | undefined): string {
  const words = body === undefined ? '' : escapeXml(sayable(body));
  const response = words === '' ? '<Response/>' : `<Response><Message>${words}</Message></Response>`;
  return `<?xml version="1.0" encoding="UTF-8"?>${response}`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

/**
 * Control characters, the two non-characters and halves of surrogate pairs.
 * @see https://www.w3.org/TR/xml/#charsets
 */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unsayable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const sayable = (body: string): string => body.replace(unsayable, '');
