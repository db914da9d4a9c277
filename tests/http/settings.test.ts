import { describe, expect, it } from 'vitest';
import { profileOf, readSettings, Settings, SettingsError, twilioSettings } from '@breathing-room/functions/settings';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';

const production = {
  STAGE: 'production',
  TABLE_NAME: 'people',
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a real token',
  TWILIO_MESSAGING_SERVICE_SID: `MG${'b'.repeat(32)}`,
  PUBLIC_BASE_URL: 'https://line.example/',
  OPT_OUT_MODE: 'advanced',
  ADDRESS_KEYS: 'v1:secret',
  ADDRESS_PEPPER: 'pepper',
  LINK_KEY: 'link',
  SERVICE_NAME: 'A Line',
  PRIVACY_URL: 'line.example/privacy',
  MAIL_FROM: 'A Line <notes@mail.line.example>',
  MAIL_DOMAIN: 'mail.line.example',
  POSTAL_ADDRESS: 'A Line, 1 Example Street, Example Town',
};

const problems = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
  return [];
};

describe('settings on one machine', () => {
  it('all have a default, and the addresses follow the port', () => {
    expect(readSettings({})).toMatchObject({
      STAGE: 'local',
      PORT: 3000,
      OPT_OUT_MODE: 'none',
      WAKE_SHARDS: 8,
      PUBLIC_BASE_URL: 'http://127.0.0.1:3000',
    });
    expect(readSettings({ PORT: '4100' }).PUBLIC_BASE_URL).toBe('http://127.0.0.1:4100');
  });

  it('take what is given and read an empty variable as missing', () => {
    expect(readSettings({ SERVICE_NAME: 'Mine', DATA_DIR: ' ', TWILIO_NUMBERS: '+15005550006, +15005550007' })).toMatchObject({
      SERVICE_NAME: 'Mine',
      DATA_DIR: '.data',
      TWILIO_NUMBERS: ['+15005550006', '+15005550007'],
    });
  });

  it('name what is wrong without showing it', () => {
    expect(problems({ PORT: 'abc', TWILIO_ACCOUNT_SID: 'secret', OPT_OUT_MODE: 'sometimes' })).toEqual([
      expect.stringMatching(/^PORT is wrong: /),
      'TWILIO_ACCOUNT_SID is wrong: must be AC and 32 hex digits',
      expect.stringMatching(/^OPT_OUT_MODE is wrong: /),
    ]);
    expect(problems({ TWILIO_ACCOUNT_SID: 'secret' }).join()).not.toContain('secret');
  });

  it('have keys the store can read', () => {
    expect(readAddressKeys(readSettings({}).ADDRESS_KEYS).current).toBe(1);
  });
});

describe('settings in production', () => {
  it('are complete with these', () => {
    expect(readSettings(production)).toMatchObject({
      WAKE_SHARDS: 64,
      TWILIO_BASE_URL: 'https://api.twilio.com',
      PUBLIC_BASE_URL: 'https://line.example',
    });
  });

  it('stop the boot with one line for each that is missing (W8)', () => {
    const { STAGE, ...needed } = production;
    expect(problems({ STAGE })).toEqual(expect.arrayContaining(Object.keys(needed).map((name) => `${name} is missing`)));
    expect(problems({ STAGE })).toHaveLength(Object.keys(needed).length);
  });

  it.each(Object.keys(production).filter((name) => name !== 'STAGE'))('stop the boot without %s', (name) => {
    expect(problems({ ...production, [name]: '' })).toEqual([`${name} is missing`]);
  });

  it('have no way to leave webhooks unsigned: no such setting, no empty token, no published token (W8)', () => {
    expect(Object.keys(Settings.shape).filter((name) => /UNSIGNED|SKIP|INSECURE|VERIFY|VALIDATE/.test(name))).toEqual([]);
    expect(problems({ ...production, TWILIO_AUTH_TOKEN: '  ' })).toEqual(['TWILIO_AUTH_TOKEN is missing']);
    expect(problems({ ...production, TWILIO_AUTH_TOKEN: readSettings({}).TWILIO_AUTH_TOKEN })).toEqual([
      expect.stringContaining('TWILIO_AUTH_TOKEN is the published local value'),
    ]);
  });

  it.each(['ADDRESS_KEYS', 'ADDRESS_PEPPER', 'LINK_KEY'] as const)('refuse the published %s', (name) => {
    expect(problems({ ...production, [name]: readSettings({})[name] })).toEqual([
      `${name} is the published local value; production needs its own`,
    ]);
  });

  it.each([
    ['OPT_OUT_MODE', 'default'],
    ['PUBLIC_BASE_URL', 'http://line.example'],
    ['TWILIO_BASE_URL', 'http://api.twilio.com'],
  ])('refuse %s=%s', (name, value) => {
    expect(problems({ ...production, [name]: value })).toEqual([expect.stringContaining(name)]);
  });
});

describe('parts of the settings', () => {
  it('list the previous token behind the current one (W6)', () => {
    expect(twilioSettings(readSettings(production)).authTokens).toEqual(['a real token']);
    expect(twilioSettings(readSettings({ ...production, TWILIO_AUTH_TOKEN_PREVIOUS: 'old' })).authTokens).toEqual(['a real token', 'old']);
  });

  it('name the operator to the texts', () => {
    expect(profileOf(readSettings({ ...production, STAFFED_NUMBER: '+12125550100' }))).toEqual({
      serviceName: 'A Line',
      mail: { domain: 'mail.line.example', postalAddress: 'A Line, 1 Example Street, Example Town' },
      privacyUrl: 'line.example/privacy',
      optOutMode: 'advanced',
      staffedNumber: '+12125550100',
    });
  });
});
