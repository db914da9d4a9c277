import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { twiml } from '@breathing-room/core/twilio/twiml';
import { readTwiml } from '@breathing-room/local/stand-in-twilio/read-twiml';

describe('the direct answer', () => {
  it('is an empty response for silence (W11)', () => {
    expect(twiml(undefined)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it('carries one message, escaped', () => {
    expect(twiml('You & <me> "now"')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>You &amp; &lt;me&gt; "now"</Message></Response>',
    );
  });

  it('leaves out what XML cannot carry (W15)', () => {
    expect(readTwiml(twiml('a\u0000b\u0008c\ud800d\udc00e\ufffef\uffffg'))).toEqual(['abcdefg']);
  });

  test.prop([fc.string({ unit: 'binary' })])('never throws and says the same words (W15)', (body) => {
    const [said = ''] = readTwiml(twiml(body));
    expect(said.replaceAll(/\s/g, '')).toBe(clean(body).replaceAll(/\s/g, ''));
  });

  test.prop([fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })])('never throws for any code units (W15)', (units) => {
    expect(twiml(String.fromCharCode(...units))).toContain('<Response');
  });
});

const clean = (body: string): string =>
  [...body].filter((character) => /^[\t\n\r\x20-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(character)).join('');
