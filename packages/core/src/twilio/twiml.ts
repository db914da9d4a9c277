import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';

/** The direct answer to a text; `undefined` is silence. Characters XML cannot carry are left out (W15). */
export function twiml(body: string | undefined): string {
  const response = new MessagingResponse();
  const words = body === undefined ? '' : sayable(body);
  if (words !== '') response.message(words);
  return response.toString();
}

/**
 * Control characters, the two non-characters and halves of surrogate pairs.
 * @see https://www.w3.org/TR/xml/#charsets
 */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unsayable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const sayable = (body: string): string => body.replace(unsayable, '');
