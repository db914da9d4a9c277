import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { loadContent } from '@breathing-room/core/content/load-content';
import { profileOf, readSettings } from '@breathing-room/functions/settings';
import { type Served, serveHere } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { lookAtAws } from '../../tools/setup/aws-account.ts';
import { campaignFields, optOutTexts } from '../../tools/setup/console-texts.ts';
import { lookAtMailDomain } from '../../tools/setup/mail-domain.ts';
import { lookAtSettings, mustBeTold } from '../../tools/setup/settings.ts';
import { applyToTwilio, lookAtTwilio, type TwilioAccess } from '../../tools/setup/twilio-console.ts';

const inbound = 'https://texts.charity.example/sms/inbound';
const fallback = 'https://abc.lambda-url.us-east-1.on.aws/';
const good = {
  account: { status: 'active', type: 'Full' },
  service: { inbound_request_url: inbound, fallback_url: fallback, smart_encoding: false, use_inbound_webhook_on_number: false },
  numbers: ['+12125550100'],
  campaign: 'VERIFIED',
};
type Console = typeof good;

let served: Served | undefined;
afterEach(() => served?.close());

/** Twilio's pages about one account, as its documentation has them. */
async function twilioWith(changes: Partial<Console> = {}): Promise<{ access: TwilioAccess; posted: string[] }> {
  const { account, service, numbers, campaign } = { ...good, ...changes };
  const posted: string[] = [];
  const app = new Hono()
    .get('/2010-04-01/Accounts/AC1.json', (c) => c.json(account))
    .get('/v1/Services/MG1', (c) => c.json(service))
    .get('/v1/Services/MG1/PhoneNumbers', (c) => c.json({ phone_numbers: numbers.map((phone_number) => ({ phone_number })) }))
    .get('/v1/Services/MG1/Compliance/Usa2p', (c) => c.json({ compliance: [{ campaign_status: campaign }] }))
    .post('/v1/Services/MG1', async (c) => (posted.push(await c.req.text()), c.json({})));
  served = await serveHere(app.fetch);
  return {
    access: { accountSid: 'AC1', authToken: 'token', messagingServiceSid: 'MG1', apiUrl: served.url, messagingUrl: served.url },
    posted,
  };
}

const wrongOf = async (changes: Partial<Console> = {}): Promise<string[]> => {
  const { access } = await twilioWith(changes);
  return (await lookAtTwilio(access, { inbound, fallback })).filter(({ kind }) => kind === 'wrong').map(({ what }) => what);
};

describe('a look at Twilio', () => {
  it('finds nothing wrong with an account set up as the docs say', async () => {
    expect(await wrongOf()).toEqual([]);
  });

  it.each<[string, Partial<Console>, string]>([
    ['a trial account', { account: { status: 'active', type: 'Trial' } }, 'not on trial'],
    [
      'texts that go elsewhere',
      { service: { ...good.service, inbound_request_url: 'https://other.example' } },
      'incoming texts come to us',
    ],
    [
      'texts that go to each number’s own webhook',
      { service: { ...good.service, use_inbound_webhook_on_number: true } },
      'incoming texts come to us',
    ],
    ['a fallback that is the webhook itself', { service: { ...good.service, fallback_url: inbound } }, 'fallback function'],
    ['Smart Encoding', { service: { ...good.service, smart_encoding: true } }, 'Smart Encoding is off'],
    ['no number', { numbers: [] }, 'has a number'],
    ['a toll-free number (N6)', { numbers: ['+12125550100', '+18335550100'] }, 'toll-free'],
    ['a campaign under review', { campaign: 'IN_PROGRESS' }, '10DLC campaign'],
  ])('finds %s', async (_, changes, words) => {
    const wrong = await wrongOf(changes);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(words);
  });

  it('says what is wrong where nobody answers', async () => {
    const { access } = await twilioWith();
    await served?.close();
    expect((await lookAtTwilio(access, { inbound })).map(({ kind, what }) => [kind, what])).toEqual([
      ['wrong', 'Twilio: the account can be read'],
    ]);
  });

  it('only looks, until it is told to write the addresses', async () => {
    const { access, posted } = await twilioWith();
    await lookAtTwilio(access, { inbound, fallback });
    expect(posted).toEqual([]);
    await applyToTwilio(access, { inbound, fallback });
    expect(Object.fromEntries(new URLSearchParams(posted[0]))).toMatchObject({
      InboundRequestUrl: inbound,
      FallbackUrl: fallback,
      SmartEncoding: 'false',
    });
  });
});

describe('a look at AWS', () => {
  const look = (send: () => Promise<unknown>) => lookAtAws({ send } as never, 'us-east-1');

  it('finds the mail sandbox and missing credentials', async () => {
    expect(
      (await look(async () => ({ ProductionAccessEnabled: true, SendQuota: { Max24HourSend: 50_000 } }))).map(({ kind }) => kind),
    ).toEqual(['ok', 'ok']);
    expect((await look(async () => ({ ProductionAccessEnabled: false }))).map(({ kind }) => kind)).toEqual(['ok', 'wrong']);
    expect((await look(async () => Promise.reject(new Error('no credentials')))).map(({ kind }) => kind)).toEqual(['wrong']);
  });
});

describe('a look at the mail domain', () => {
  const proven = {
    DkimAttributes: { Status: 'SUCCESS', Tokens: ['first'] },
    MailFromAttributes: { MailFromDomain: 'bounce.mail.charity.example', MailFromDomainStatus: 'SUCCESS' },
    ConfigurationSetName: 'breathing-room-production',
  };
  const look = (identity: object | undefined, hosts = ['inbound-smtp.us-east-1.amazonaws.com'], domain = 'mail.charity.example') =>
    lookAtMailDomain(
      { send: async () => identity ?? Promise.reject(Object.assign(new Error('none'), { name: 'NotFoundException' })) } as never,
      {
        domain,
        region: 'us-east-1',
        mailHostsOf: async () => hosts,
      },
    );

  it('finds nothing wrong once all records are seen', async () => {
    expect((await look(proven)).map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it.each<[string, object, string[] | undefined, string]>([
    [
      'no DKIM',
      { ...proven, DkimAttributes: { Status: 'PENDING', Tokens: ['first'] } },
      undefined,
      'first._domainkey.mail.charity.example CNAME first.dkim.amazonses.com',
    ],
    [
      'no domain for bounces',
      { ...proven, MailFromAttributes: { MailFromDomainStatus: 'PENDING' } },
      undefined,
      'bounce.mail.charity.example MX 10 feedback-smtp',
    ],
    ['mail that goes elsewhere', proven, ['mx.other.example'], 'mail.charity.example MX 10 inbound-smtp.us-east-1.amazonaws.com'],
    ['no configuration set', { ...proven, ConfigurationSetName: undefined }, undefined, 'Deploy again'],
  ])('finds %s, and says the record', async (_, identity, hosts, words) => {
    const wrong = (await look(identity, hosts)).filter(({ kind }) => kind === 'wrong');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]!.mend).toContain(words);
  });

  it('says that a domain is not there yet, or was never told', async () => {
    expect((await look(undefined)).map(({ kind }) => kind)).toEqual(['by_hand']);
    expect((await look(proven, [], '')).map(({ kind }) => kind)).toEqual(['wrong']);
  });

  it('does not take missing credentials for a domain that is not there yet', async () => {
    const send = () => Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
    const [found] = await lookAtMailDomain({ send } as never, {
      domain: 'mail.charity.example',
      region: 'us-east-1',
      mailHostsOf: async () => [],
    });
    expect(found).toMatchObject({ kind: 'wrong', mend: expect.stringContaining('CredentialsProviderError') });
  });
});

describe('a look at the settings', () => {
  const told = Object.fromEntries(mustBeTold.map((name) => [name, 'x']));
  const kinds = (env: Record<string, string>) => lookAtSettings(env).map(({ kind }) => kind);

  it('asks for exactly those without which the deployment stops', () => {
    const asked = [...readFileSync('infra/stage.ts', 'utf8').matchAll(/(?:onlyInProduction|told)\('(\w+)'/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(mustBeTold));
    expect(kinds(told)).toEqual(['ok', 'ok']);
    expect(lookAtSettings({ ...told, PRIVACY_URL: ' ' })[0]).toMatchObject({
      kind: 'wrong',
      mend: expect.stringMatching(/: PRIVACY_URL\.$/),
    });
  });

  it("refuses Twilio's stock answers", () => {
    expect(kinds({ ...told, OPT_OUT_MODE: 'default' })).toEqual(['ok', 'wrong']);
  });
});

describe('the command', () => {
  /** Elsewhere, so that no .env.production of this checkout is read. */
  const run = (...args: string[]) =>
    spawnSync(resolve('node_modules/.bin/tsx'), [resolve('tools/setup-aws.ts'), ...args], {
      encoding: 'utf8',
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, HOME: tmpdir(), AWS_EC2_METADATA_DISABLED: 'true' },
    });

  it('prints no text to paste that has a made-up address in it', () => {
    const { stdout, status } = run();
    expect(stdout).toContain('is printed once SERVICE_NAME and PRIVACY_URL stand in .env.production');
    expect(stdout).not.toContain('127.0.0.1');
    expect(status).toBe(1);
  });

  it('says so where --apply lacks what it needs', () => {
    expect(run('--apply')).toMatchObject({ status: 2, stderr: expect.stringContaining('--apply needs DOMAIN') });
  });
});

describe('what is to be pasted', () => {
  const guide = { ...loadContent(), profile: profileOf(readSettings({})) };
  const textOf = (pastes: { field: string; text: string }[], words: string): string =>
    pastes.find(({ field }) => field.includes(words))!.text;

  it("puts the crisis line into Twilio's own answers, and never YES among the opt-in words", () => {
    const texts = optOutTexts(guide);
    for (const field of ['Opt-Out message', 'Help message']) expect(textOf(texts, field), field).toContain('988');
    expect(textOf(texts, 'Opt-In keywords').split(', ')).toEqual(['START', 'UNSTOP']);
  });

  it('describes the campaign with samples that say what they must (N1, O11)', () => {
    const fields = campaignFields(guide);
    expect(textOf(fields, 'Sample 1')).toMatch(/up to 1 a day[\s\S]*Msg & data rates may apply/i);
    for (const { field, text } of fields) expect(text, field).not.toBe('');
    expect(fields.filter(({ field }) => field.startsWith('Sample'))).toHaveLength(4);
  });
});
