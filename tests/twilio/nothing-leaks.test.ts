import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeFault, logToConsole } from '@breathing-room/functions/log-line';
import { readSettings } from '@breathing-room/functions/settings';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import { inboundForm, ours, signedPost, testApi } from '../http/test-api.ts';
import { deadAddress, standInAccount, twilioOf } from './stand-in-account.ts';
import type { Account } from './stand-in-account.ts';

const number = '+12125550123';
const words = 'private words of one person';
const note = { to: number, body: words, messageId: 'm234567890', validitySeconds: 600 };

let account: Account;
let printed: string[];
const streams = [process.stdout, process.stderr];
beforeEach(async () => {
  account = await standInAccount();
  printed = [];
  const keep = (...said: unknown[]) => void printed.push(inspect(said, { depth: 9 }));
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, method).mockImplementation(keep);
  for (const stream of streams) vi.spyOn(stream, 'write').mockImplementation((said) => (keep(said), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await account.close();
});

/** All an error shows to whoever prints it, hidden properties and causes included. */
const shown = (error: unknown): string => inspect(error, { depth: 9, showHidden: true });

const secrets = (): string[] => {
  const { accountSid, authTokens } = twilioOf(account);
  return [
    ...authTokens,
    Buffer.from(`${accountSid}:${authTokens[0]}`).toString('base64'),
    number,
    encodeURIComponent(number),
    '2125550123',
    words,
  ];
};
const expectNoneIn = (said: string): void => {
  for (const secret of secrets()) expect(said).not.toContain(secret);
};

const looks = { kind: 'list_error' as const };
const lists: [string, (texts: ReturnType<typeof twilioTexts>) => Promise<unknown>][] = [
  ['a look-up', (texts) => texts.listSent(number, '2026-01-01T00:00:00Z')],
  ['listing inbound messages', (texts) => texts.listInbound('2026-01-01T00:00:00Z')],
  ['deleting', (texts) => texts.deleteMessagesOf(number)],
];

describe('nothing of a person or of our keys gets out (S9)', () => {
  it.each(lists)('from %s that Twilio refuses', async (_, ask) => {
    account.standIn.faults.add({ ...looks, count: 9 });
    const error: unknown = await ask(twilioTexts({ settings: twilioOf(account) })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expectNoneIn(shown(error) + printed.join());
  });

  it.each(lists)('from %s with a wrong token', async (_, ask) => {
    const error: unknown = await ask(twilioTexts({ settings: { ...twilioOf(account), authTokens: ['wrong'] } })).catch(
      (thrown: unknown) => thrown,
    );
    expect(shown(error)).toContain('20003');
    expectNoneIn(shown(error) + printed.join());
  });

  it.each(lists)('from %s when nobody listens', async (_, ask) => {
    const error: unknown = await ask(twilioTexts({ settings: { ...twilioOf(account), apiBaseUrl: await deadAddress() } })).catch(
      (thrown: unknown) => thrown,
    );
    expect(shown(error)).toContain('ECONNREFUSED');
    expectNoneIn(shown(error) + printed.join());
  });

  it.each(['reset', 'bad_json', 'server_error_plain', 'reject', 'throttled', 'time_out'] as const)(
    'from a send that ends in %s',
    async (kind) => {
      account.standIn.faults.add({ kind, delayMs: 300 });
      const outcome = await twilioTexts({ settings: twilioOf(account), timeoutMs: 100 }).send(note);
      expectNoneIn(JSON.stringify(outcome) + printed.join());
    },
  );

  it("from Twilio's own words about a number", async () => {
    account.standIn.carrier.blocked.add(number);
    const outcome = await twilioTexts({ settings: twilioOf(account) }).send(note);
    expect(outcome).toEqual({ kind: 'rejected', code: 21_610 });
  });

  it('from a webhook that is answered, refused or broken, with the real log', async () => {
    const breaking = async (): Promise<never> => {
      throw new Error(`${number} wrote ${words}`, { cause: new TypeError(words) });
    };
    const { app } = testApi({ receiveText: breaking, recordDelivery: breaking, log: logToConsole });
    const form = inboundForm({ From: number, Body: words });
    await app.request('/sms/inbound', signedPost('/sms/inbound', form));
    await app.request('/sms/inbound', signedPost('/sms/inbound', form, 'wrong'));
    await app.request('/sms/status', signedPost('/sms/status', { ...form, MessageStatus: 'sent', To: number }));
    expect(printed.filter((line) => line.includes('"alarm":true'))).toHaveLength(2);
    expectNoneIn(printed.join());
    expect(printed.join()).not.toContain(ours.authTokens[0]);
  });

  it('from an error that hides words in its name or its code', () => {
    const error = Object.assign(new Error(words), { name: `Error ${words}`, code: number });
    expectNoneIn(describeFault(error).join());
    expectNoneIn(describeFault(words).join());
    const smuggler = new Error(`one\n    at ${words} (file:///a.ts:1:1)`);
    expectNoneIn(describeFault(smuggler).join());
    expect(describeFault(smuggler)[1]).toContain('nothing-leaks.test.ts');
    expect(describeFault(Object.assign(new Error(words), { name: 'ThrottlingException', code: 'ETIMEDOUT' }))[0]).toBe(
      'ThrottlingException ETIMEDOUT',
    );
  });

  it('from settings that are wrong', () => {
    let said = '';
    try {
      readSettings({
        STAGE: 'production',
        TWILIO_AUTH_TOKEN: words,
        TWILIO_ACCOUNT_SID: words,
        PUBLIC_BASE_URL: words,
        ADDRESS_KEYS: words,
      });
    } catch (error) {
      said = shown(error);
    }
    expect(said).toContain('TWILIO_ACCOUNT_SID is wrong');
    expectNoneIn(said);
  });
});
