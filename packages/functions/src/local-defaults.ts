/**
 * What a machine without an account runs on. All of it is published, so production refuses the
 * secrets among it. Addresses follow PORT, so another port needs no other setting.
 */
export function localDefaults(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const port = /^\d+$/.exec(given.PORT ?? '')?.[0] ?? '3000';
  return {
    STAGE: 'local',
    PORT: port,
    DATA_DIR: '.data',
    TABLE_NAME: 'breathing-room',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
    TWILIO_AUTH_TOKEN: 'local-auth-token',
    TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(31)}1`,
    TWILIO_BASE_URL: `http://127.0.0.1:${port}/twilio`,
    TWILIO_NUMBERS: '',
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    OPT_OUT_MODE: 'none',
    ADDRESS_KEYS: `v1:${Buffer.alloc(32, 1).toString('base64')}`,
    ADDRESS_PEPPER: Buffer.alloc(32, 2).toString('base64'),
    LINK_KEY: Buffer.alloc(32, 3).toString('base64'),
    SERVICE_NAME: 'Breathing Room',
    PRIVACY_URL: `http://127.0.0.1:${port}/privacy`,
    MAIL_FROM: 'Breathing Room <notes@mail.localhost.test>',
    MAIL_DOMAIN: 'mail.localhost.test',
    POSTAL_ADDRESS: 'Breathing Room, 1 Example Street, Example Town',
    SES_ENDPOINT: `http://127.0.0.1:${port}/ses`,
    SMTP_PORT: port === '0' ? '0' : String(Math.min(65_535, Number(port) + 25)),
    WAKE_SHARDS: '8',
    DAILY_SPEND_CAP: '100000',
  };
}
