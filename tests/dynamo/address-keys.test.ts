import { describe, expect, it } from 'vitest';
import { addressKey } from '@breathing-room/core/dynamo/address-key';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import { seal, unseal } from '@breathing-room/core/dynamo/seal';

const good = Buffer.alloc(32, 1).toString('base64');

describe('address keys (P3)', () => {
  it.each([
    ['', 'is not v<1 to 255>'],
    ['secret', 'is not v<1 to 255>'],
    [`v0:${good}`, 'is not v<1 to 255>'],
    [`v256:${good}`, 'is not v<1 to 255>'],
    [`v1:${good},`, 'is not v<1 to 255>'],
    ['v1:c2hvcnQ=', 'shorter than 32 bytes'],
    [`v1:${good},v1:${good}`, 'one version'],
  ])('refuse %j without showing a key', (setting, message) => {
    expect(() => readAddressKeys(setting)).toThrow(message);
    expect(() => readAddressKeys(setting)).not.toThrow(good);
  });

  it('open only whole fields', () => {
    const keys = readAddressKeys(`v1:${good}`);
    const sealed = seal(keys, 'S#someone', '+15551234567');
    expect(unseal(keys, 'S#someone', sealed)).toBe('+15551234567');
    expect(() => unseal(keys, 'S#someone', sealed.subarray(0, 20))).toThrow('too short');
    expect(() =>
      unseal(
        keys,
        'S#someone',
        sealed.map((byte, index) => (index === 30 ? byte ^ 1 : byte)),
      ),
    ).toThrow('does not belong');
  });

  it('take 16 bytes for tag, 12 for nonce and one for the version', () => {
    expect(seal(readAddressKeys(`v1:${good}`), 'S#x', '+15551234567')).toHaveLength(12 + 29);
  });
});

describe('the look-up key (P3)', () => {
  it('is the same for ever: a changed one would lose everybody', () => {
    expect(addressKey('pepper', { channel: 'sms', value: '+15551234567' })).toBe('YL4T3YLuit6b1s2ekBrL6H');
  });
});
