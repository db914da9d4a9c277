import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeRuntime } from '@breathing-room/functions/make-runtime';
import type { OutgoingMail, OutgoingText, TextProvider } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';

afterEach(() => vi.unstubAllEnvs());

const texted: string[] = [];
const loadTexts = () =>
  Promise.resolve({
    send: async ({ to }: OutgoingText) => (texted.push(to), { kind: 'sent', providerId: 'SM1' }),
  } as unknown as TextProvider);

/** A mail service nobody answers at: whoever may be mailed is tried there, in vain. */
async function onStage(stage: string, env: Record<string, string> = {}): Promise<Services> {
  for (const [name, value] of Object.entries({ STAGE: stage, SES_ENDPOINT: 'https://127.0.0.1:9', ...env })) vi.stubEnv(name, value);
  return (await makeRuntime(loadTexts)).services;
}

const text = (to: string): OutgoingText => ({
  to,
  body: 'One small step.',
  messageId: 'm234567890',
  validitySeconds: 600,
});
const mail = (to: string): OutgoingMail => ({
  to,
  messageId: 'm234567890',
  subject: 'A note',
  text: 'One small step.',
  html: '',
  headers: {},
});

const refused = { kind: 'rejected', code: 21_608 };
const triedInVain = { kind: 'throttled', code: 46_503 };

describe('a branch stage', () => {
  it('texts the numbers it was given, and nobody else', async () => {
    const { texts } = await onStage('pr-12', { TEXT_ONLY_TO: '+12125550123, +12125550124' });
    expect(await texts.send(text('+12125550124'))).toMatchObject({ kind: 'sent' });
    expect(await texts.send(text('+12125550199'))).toEqual(refused);
    expect(texted).toEqual(['+12125550124']);
  });

  it('mails the mailboxes it was given, however they were written, and nobody else', async () => {
    const { mails } = await onStage('pr-12', { MAIL_ONLY_TO: 'tester@example.org, Two@Example.org' });
    expect(await mails.send(mail('two@example.org'))).toEqual(triedInVain);
    expect(await mails.send(mail('robin@example.org'))).toEqual(refused);
  });

  it.each([undefined, '', ' '])('with the lists %j writes to nobody', async (list) => {
    const { texts, mails } = await onStage('pr-12', list === undefined ? {} : { TEXT_ONLY_TO: list, MAIL_ONLY_TO: list });
    expect(await texts.send(text('+12125550123'))).toEqual(refused);
    expect(await mails.send(mail('robin@example.org'))).toEqual(refused);
  });
});

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const production = {
  TABLE_NAME: 'people',
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a real token',
  TWILIO_MESSAGING_SERVICE_SID: `MG${'b'.repeat(32)}`,
  PUBLIC_BASE_URL: 'https://line.example',
  OPT_OUT_MODE: 'advanced',
  ADDRESS_KEYS: `v1:${key(21)}`,
  ADDRESS_PEPPER: key(22),
  LINK_KEY: key(23),
  SERVICE_NAME: 'A Line',
  PRIVACY_URL: 'line.example/privacy',
  MAIL_FROM: 'A Line <notes@mail.line.example>',
  MAIL_DOMAIN: 'mail.line.example',
  POSTAL_ADDRESS: 'A Line, 1 Example Street, Example Town',
};

describe.each([
  ['production', production],
  ['local', {}],
])('the stage "%s"', (stage, env) => {
  it('writes to everybody, whatever a list says', async () => {
    const { texts, mails } = await onStage(stage, { ...env, TEXT_ONLY_TO: '+12125550123', MAIL_ONLY_TO: 'tester@example.org' });
    expect(await texts.send(text('+12125550177'))).toMatchObject({ kind: 'sent' });
    expect(await mails.send(mail('robin@example.org'))).toEqual(triedInVain);
  });
});
