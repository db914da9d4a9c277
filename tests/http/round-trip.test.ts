import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiOptions } from '@breathing-room/functions/api';
import { handler as fallback } from '@breathing-room/functions/fallback';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import { sendFromPhone } from '@breathing-room/local/stand-in-twilio/send-from-phone';
import { serveHere } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import type { StandInOptions } from '@breathing-room/local/stand-in-twilio/stand-in';
import { deadAddress, standInAccount, twilioOf } from '../twilio/stand-in-account.ts';
import type { Account } from '../twilio/stand-in-account.ts';
import { testApi } from './test-api.ts';

const number = '+12125550123';
const note = { to: number, body: 'One small step today.', messageId: 'm234567890', validitySeconds: 600 };
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (open.length > 0) await open.pop()?.();
});

/** The real app and the stand-in, each on a port of its own, talking both ways. */
async function line(standInOptions: Partial<StandInOptions> = {}, apiOptions: Partial<ApiOptions> = {}) {
  let answerWith: Parameters<typeof serveHere>[0] = () => new Response(null, { status: 503 });
  const { url: publicBaseUrl } = await serve((request, env) => answerWith(request, env));
  const account: Account = await standInAccount({ publicBaseUrl, ...standInOptions });
  open.push(account.close);
  const api = testApi({ twilio: { ...twilioOf(account), publicBaseUrl: account.standIn.account.publicBaseUrl }, ...apiOptions });
  answerWith = api.app.fetch;
  const texts = twilioTexts({ settings: twilioOf(account), timeoutMs: 500 });
  const settled = () => account.standIn.deliveries.settled();
  return {
    ...account,
    ...api,
    texts,
    settled,
    text: (body: string, more = {}) => sendFromPhone(account.standIn, { number, body, ...more }),
  };
}

const serve = async (fetch: Parameters<typeof serveHere>[0]) => {
  const served = await serveHere(fetch);
  open.push(served.close);
  return served;
};

describe('a text over the wire', () => {
  it('reaches the action and its answer reaches the phone', async () => {
    const { text, heard, standIn } = await line();
    const answer = await text('  Was tun? \u{1f494} & <b> \u00e9');
    expect(answer).toMatchObject({ status: 200, answers: ['You said   Was tun? \u{1f494} & <b> \u00e9'], refused: 0 });
    expect(heard).toEqual([{ messageId: answer.messageSid, from: number, body: '  Was tun? \u{1f494} & <b> \u00e9' }]);
    expect(standIn.book.list({ to: number })[0]).toMatchObject({ direction: 'outbound-reply', status: 'delivered' });
  });

  it('keeps its id when Twilio sends it again', async () => {
    const { text, heard } = await line();
    const { messageSid } = await text('SPACE');
    await text('SPACE', { messageSid });
    expect(heard.map(({ messageId }) => messageId)).toEqual([messageSid, messageSid]);
  });

  it('is answered by Twilio alone where it handles the word, and later answers are refused (O6)', async () => {
    const { text, heard } = await line({ optOutMode: 'advanced' });
    expect(await text('Stop')).toMatchObject({ answers: [], autoReply: expect.stringContaining('START') });
    expect(heard.at(-1)).toMatchObject({ body: 'Stop', optOutType: 'STOP' });
    expect(await text('I need help')).toMatchObject({ answers: [], refused: 1 });
    expect(await text('START')).toMatchObject({ answers: [], refused: 0 });
    expect(await text('SPACE')).toMatchObject({ answers: ['You said SPACE'] });
  });

  it('is answered by us with opt-out mode none', async () => {
    const { text } = await line();
    const answer = await text('STOP');
    expect(answer.answers).toEqual(['You said STOP']);
    expect(answer).not.toHaveProperty('autoReply');
  });

  it('is answered by the fallback function when the service is down (W12)', async () => {
    const { url } = await serve(async (request) => {
      const { statusCode, headers, body } = await fallback({
        body: Buffer.from(await request.text()).toString('base64'),
        isBase64Encoded: true,
      });
      return new Response(body, { status: statusCode, headers });
    });
    const { text, texts } = await line({ fallbackUrl: url, deliverTo: await deadAddress(), publicBaseUrl: 'https://line.example' });
    const answer = await text('SPACE');
    expect(answer.answers.join(' ')).toMatch(/911[\s\S]*988/);
    expect(await texts.listInbound('2020-01-01T00:00:00Z')).toMatchObject([{ body: 'SPACE', from: number }]);
  });
});

describe('a note over the wire', () => {
  it('comes back as delivered, with our own id (W13)', async () => {
    const { texts, settled, reported } = await line();
    const outcome = await texts.send(note);
    await settled();
    expect(reported.map(({ messageId, status }) => [messageId, status])).toEqual([
      ['m234567890', 'sent'],
      ['m234567890', 'delivered'],
    ]);
    expect(outcome).toEqual({ kind: 'sent', providerId: reported[0]?.providerId });
  });

  it.each([
    ['callback_first', ['delivered']],
    ['callback_twice', ['sent', 'sent', 'delivered', 'delivered']],
    ['callback_lost', []],
    ['callback_late', ['sent', 'delivered']],
  ] as const)('is reported as %s when asked so', async (kind, statuses) => {
    const { standIn, texts, settled, reported } = await line();
    standIn.faults.add({ kind, delayMs: 20 });
    expect(await texts.send(note)).toMatchObject({ kind: 'sent' });
    await settled();
    expect(reported.map(({ status }) => status)).toEqual(statuses);
  });

  it('comes back undelivered with its code', async () => {
    const { standIn, texts, settled, reported } = await line();
    standIn.faults.add({ kind: 'undelivered', code: 30_005 });
    await texts.send(note);
    await settled();
    expect(reported.at(-1)).toMatchObject({ status: 'undelivered', errorCode: 30_005 });
  });

  it('is reported by callback although the POST never got its answer (S2)', async () => {
    const { standIn, texts, settled, reported } = await line();
    standIn.faults.add({ kind: 'reset' });
    expect(await texts.send(note)).toEqual({ kind: 'unknown' });
    await settled();
    expect(reported.at(-1)).toMatchObject({ messageId: 'm234567890', status: 'delivered' });
  });

  it('is refused with 21610 once the person texted STOP to a carrier that listens (O14)', async () => {
    const { text, texts } = await line({ optOutMode: 'default' });
    await text('STOP');
    expect(await texts.send(note)).toEqual({ kind: 'rejected', code: 21_610 });
  });
});

describe('the server behind it', () => {
  it('answers a path that is no path with a refusal, never 500 (W3)', async () => {
    const { standIn } = await line();
    const base = standIn.account.publicBaseUrl;
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'x' },
      body: 'a=b',
    };
    for (const path of ['/sms/inbound?\'"<>', '/sms/inbound?%', '/sms/inbound?%ff%fe', '//sms/inbound', '/sms/inbound/%2e%2e'])
      expect([400, 403, 404]).toContain((await fetch(base + path, form)).status);
  });

  it.each(['evil.example', 'evil.example:99999', '[::1', 'a b', '%00'])('is blind to the host %j (W5)', async (host) => {
    const { standIn } = await line();
    const { port } = new URL(standIn.account.publicBaseUrl);
    const status = await rawPost(Number(port), host);
    expect([400, 403]).toContain(status);
  });
});

/** A request with a host header no client would send; its status. */
const rawPost = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const head = [
      'POST /sms/inbound HTTP/1.1',
      `Host: ${host}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 3',
      'X-Twilio-Signature: x',
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\na=b`);
    socket.once('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });
