import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sesMails } from '@breathing-room/core/email/ses-mails';
import { freePort } from '@breathing-room/local/engine';

const mail = { to: 'jo@example.net', messageId: 'message001', subject: 'a', text: 'b', html: 'c', headers: {} };
const mailsAt = (port: number) =>
  sesMails({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, from: 'A <a@example.org>', timeoutMs: 300 });

/** A server that answers each request in one way; how often it was asked. */
async function answering(answer: (response: import('node:http').ServerResponse) => void): Promise<{ outcome: unknown; asked: number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const outcome = await mailsAt((server.address() as AddressInfo).port).send(mail);
  server.closeAllConnections();
  server.close();
  return { outcome, asked };
}

const refusal = (status: number, name: string) => (response: import('node:http').ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name }).end('{"message":"no"}');

describe('a mail that SES did not simply take', () => {
  it.each([
    ['refused for its content', refusal(400, 'MessageRejected'), { kind: 'rejected', code: 46_400 }],
    ['malformed', refusal(400, 'BadRequestException'), { kind: 'rejected', code: 46_400 }],
    ['of a paused account', refusal(400, 'SendingPausedException'), { kind: 'rejected', code: 46_403 }],
    ['of a suspended account', refusal(400, 'AccountSuspendedException'), { kind: 'rejected', code: 46_403 }],
    ['from a domain not verified', refusal(400, 'MailFromDomainNotVerifiedException'), { kind: 'rejected', code: 46_403 }],
    ['without leave', refusal(403, 'AccessDeniedException'), { kind: 'rejected', code: 46_403 }],
    ['one too many', refusal(429, 'TooManyRequestsException'), { kind: 'throttled', code: 46_429 }],
    ['over the quota', refusal(400, 'LimitExceededException'), { kind: 'throttled', code: 46_429 }],
    ['met by a fault', refusal(500, 'InternalServiceError'), { kind: 'unknown' }],
    ['met by a gateway', (response: any) => void response.writeHead(502).end('<html>'), { kind: 'unknown' }],
    ['reset', (response: any) => void response.destroy(), { kind: 'unknown' }],
    ['never answered', () => {}, { kind: 'unknown' }],
    ['answered without an id', (response: any) => void response.writeHead(200).end('{}'), { kind: 'unknown' }],
  ])('%s is told as it is, after one attempt (S2)', async (_, answer, outcome) => {
    expect(await answering(answer)).toEqual({ outcome, asked: 1 });
  });

  it('whose connection was never made was surely not taken', async () => {
    expect(await mailsAt(await freePort(0)).send(mail)).toEqual({ kind: 'throttled', code: 46_503 });
  });
});
