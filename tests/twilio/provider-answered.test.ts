import { describe, expect, it } from 'vitest';
import { providerAnswered } from '@breathing-room/core/twilio/provider-answered';

describe('whether Twilio has answered already', () => {
  it.each([
    ['none', 'STOP', undefined, false],
    ['none', 'STOP', 'STOP', false],
    ['advanced', 'STOP', 'STOP', true],
    ['advanced', 'ARRET', 'STOP', true],
    ['advanced', 'help', 'HELP', true],
    ['advanced', 'STOP', undefined, false],
    ['advanced', 'SPACE', undefined, false],
    ['default', ' stop ', undefined, true],
    ['default', 'Info', undefined, true],
    ['default', 'unstop', undefined, true],
    ['default', 'STOP he is hitting me', undefined, false],
    ['default', 'YES', undefined, false],
    ['default', 'anything', 'STOP', true],
  ] as const)('%s mode, %j with OptOutType %s: %s', (mode, body, optOutType, answered) => {
    expect(providerAnswered({ body, ...(optOutType === undefined ? {} : { optOutType }) }, mode)).toBe(answered);
  });
});
