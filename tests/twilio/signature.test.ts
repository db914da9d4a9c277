import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isFromTwilio, readForm } from '@breathing-room/core/twilio/signature';
import { signature } from '@breathing-room/local/stand-in-twilio/webhook';

/** The example of Twilio's documentation (W4). */
const published = {
  token: '12345',
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  fields: { CallSid: 'CA1234567890ABCDE', Caller: '+12349013030', Digits: '1234', From: '+12349013030', To: '+18005551212' },
  signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
};

const token = 'a token for tests';
const url = 'https://line.example/sms/inbound';
const isSigned = (fields: Record<string, string | string[]>, signed: string | undefined, at = url, tokens = [token]) =>
  isFromTwilio({ url: at, fields, signature: signed }, tokens);

describe('the signature (W3–W6)', () => {
  it("passes Twilio's published vector (W4)", () => {
    expect(isSigned(published.fields, published.signature, published.url, [published.token])).toBe(true);
  });

  it.each([
    ['scheme', 'http://mycompany.com/myapp.php?foo=1&bar=2'],
    ['host', 'https://mycompany.org/myapp.php?foo=1&bar=2'],
    ['trailing slash', 'https://mycompany.com/myapp.php/?foo=1&bar=2'],
    ['order of the query', 'https://mycompany.com/myapp.php?bar=2&foo=1'],
    ['no query', 'https://mycompany.com/myapp.php'],
  ])('fails when the %s is another (W4)', (_, at) => {
    expect(isSigned(published.fields, published.signature, at, [published.token])).toBe(false);
  });

  it.each([
    ['an empty value', 'Body=&From=%2B12125550123'],
    ['an emoji', 'Body=%F0%9F%92%94+ok'],
    ['a leading space', 'Body=+SPACE'],
    ['a line break', 'Body=a%0D%0Ab'],
    ['a repeated name', 'MediaUrl=b&MediaUrl=a&MediaUrl=b'],
    ['a name of the language', '__proto__=x&constructor=y&Body=z'],
    ['nothing at all', ''],
  ])('passes a form with %s (W4)', (_, body) => {
    const fields = readForm(body);
    expect(isSigned(fields, signature(token, url, { ...fields }))).toBe(true);
  });

  it("passes with ' in the query as it came (W4)", () => {
    const at = `${url}?who=it's`;
    expect(isSigned({ Body: 'x' }, signature(token, at, { Body: 'x' }), at)).toBe(true);
  });

  it('passes with either of two tokens while both are listed, and with no other (W6)', () => {
    const signed = signature('the previous one', url, { Body: 'x' });
    expect(isSigned({ Body: 'x' }, signed, url, [token, 'the previous one'])).toBe(true);
    expect(isSigned({ Body: 'x' }, signed, url, [token])).toBe(false);
  });

  it.each([undefined, '', 'x', 'é', '0'.repeat(5_000)])('fails for the signature %j (W3)', (signed) => {
    expect(isSigned({ Body: 'x' }, signed)).toBe(false);
  });

  it.each(['', 'not an address', 'https://', '//', 'https://[::1', '/sms/inbound'])(
    'fails without a throw at the address %j (W3)',
    (at) => {
      expect(isSigned({ Body: 'x' }, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', at)).toBe(false);
    },
  );

  test.prop([fc.dictionary(fc.string(), fc.string({ unit: 'binary' }))])('agrees with the stand-in for any form (W15)', (form) => {
    const sent = new URLSearchParams(Object.entries(form)).toString();
    const fields = readForm(sent);
    expect(isSigned(fields, signature(token, url, { ...fields }))).toBe(true);
  });

  test.prop([fc.string(), fc.string({ minLength: 1 })])('fails when one character of a value is changed', (body, more) => {
    expect(isSigned({ Body: body + more }, signature(token, url, { Body: body }))).toBe(false);
  });
});
