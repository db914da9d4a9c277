import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings } from '@breathing-room/functions/settings';
import { readTwiml } from '@breathing-room/local/stand-in-twilio/read-twiml';
import { signature } from '@breathing-room/local/stand-in-twilio/webhook';
import { deadAddress } from '../twilio/stand-in-account.ts';
import { inboundForm } from './test-api.ts';

const settings = readSettings({ PUBLIC_BASE_URL: 'https://line.example' });
let handler: (event: never) => Promise<{ statusCode: number; body: string; headers: Record<string, string> }>;
let printed: string[];

/** The deployed entry itself, on a database that does not answer. */
beforeAll(async () => {
  printed = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
  vi.stubEnv('PUBLIC_BASE_URL', settings.PUBLIC_BASE_URL);
  vi.stubEnv('DYNAMODB_ENDPOINT', await deadAddress());
  const entry = await import('@breathing-room/functions/http');
  handler = entry.handler;
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** An event as API Gateway's HTTP API hands it over. */
function event(fields: Record<string, string>, query = ''): never {
  const url = `https://line.example/sms/inbound${query === '' ? '' : `?${query}`}`;
  const form = { ...fields, AccountSid: settings.TWILIO_ACCOUNT_SID, MessagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/sms/inbound',
    rawQueryString: query,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: 'abc.execute-api.example',
      'x-twilio-signature': signature(settings.TWILIO_AUTH_TOKEN, url, form),
    },
    requestContext: { http: { method: 'POST', path: '/sms/inbound' }, domainName: 'abc.execute-api.example' },
    body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
    isBase64Encoded: true,
  } as never;
}

describe('the deployed entry with its database down', () => {
  it('answers an ordinary text with the signpost and raises an alarm (W14)', async () => {
    const answer = await handler(event(inboundForm()));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(readTwiml(answer.body)).toHaveLength(2);
    expect(printed.filter((line) => line.includes('"alarm":true'))).toHaveLength(1);
    expect(printed.join()).not.toMatch(/5550123|SPACE/);
  });

  it('answers danger all the same, by itself (X3)', async () => {
    const answer = await handler(event(inboundForm({ Body: 'CRISIS' })));
    expect(readTwiml(answer.body)).toHaveLength(1);
    expect(readTwiml(answer.body)[0]).toContain('988');
  });

  it("checks the signature over the query as it came, ' and all (W5)", async () => {
    expect((await handler(event(inboundForm({ Body: 'CRISIS' }), "who=it's"))).statusCode).toBe(200);
    const changed = { ...(event(inboundForm(), 'a=1') as object), rawQueryString: 'a=2' } as never;
    expect((await handler(changed)).statusCode).toBe(403);
  });
});
