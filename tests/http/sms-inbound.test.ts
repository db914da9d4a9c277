import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { answerText } from '@breathing-room/functions/http/sms-inbound';
import { readTwiml } from '@breathing-room/local/stand-in-twilio/read-twiml';
import { inboundForm, ours, signedPost, testApi } from './test-api.ts';

type SignedPost = ReturnType<typeof signedPost>;
const path = '/sms/inbound';
const silence = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

describe('the checks before a text is read', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('answers %s with 405 (W1)', async (method) => {
    const { app } = testApi();
    const answer = await app.request(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'answers content type %j with 415 (W2)',
    async (type) => {
      const { app, heard } = testApi();
      const request = signedPost(path, inboundForm());
      const answer = await app.request(path, { ...request, headers: { ...request.headers, 'content-type': type } });
      expect([answer.status, heard]).toEqual([415, []]);
    },
  );

  it('answers more than 16 KB with 413, signed or not (W2)', async () => {
    const { app, heard } = testApi();
    const answer = await app.request(path, signedPost(path, inboundForm({ Body: 'x'.repeat(16 * 1024) })));
    expect([answer.status, heard]).toEqual([413, []]);
  });

  it('takes a charset beside the content type', async () => {
    const { app } = testApi();
    const request = signedPost(path, inboundForm());
    const type = 'application/x-www-form-urlencoded; charset=UTF-8';
    expect((await app.request(path, { ...request, headers: { ...request.headers, 'content-type': type } })).status).toBe(200);
  });

  it.each([
    ['no signature', (request: SignedPost) => ({ ...request, headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    ['a changed body', (request: SignedPost) => ({ ...request, body: `${request.body}!` })],
    ['an added field', (request: SignedPost) => ({ ...request, body: `${request.body}&Extra=1` })],
  ])('answers %s with 403 and tells nobody (W3)', async (_, change) => {
    const { app, heard, logged } = testApi();
    const answer = await app.request(path, change(signedPost(path, inboundForm())));
    expect([answer.status, heard, logged]).toEqual([403, [], []]);
  });

  it.each(['x'.repeat(4_000), '%', '%E0%A4%A', "it's=%zz", '<>"`{}|'])(
    'answers a strange query with 403, never 500 (W3)',
    async (query) => {
      const { app } = testApi();
      expect((await app.request(`${path}?${query}`, signedPost(path, inboundForm()))).status).toBe(403);
    },
  );

  it('takes the previous token while it is listed (W6)', async () => {
    const { app } = testApi();
    expect((await app.request(path, signedPost(path, inboundForm(), 'the previous token'))).status).toBe(200);
    expect((await app.request(path, signedPost(path, inboundForm(), 'an older token'))).status).toBe(403);
  });

  it('is blind to forged host headers (W5)', async () => {
    const { app } = testApi();
    const signed = signedPost(path, inboundForm());
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-original-url': '/x' };
    expect((await app.request(`http://evil.example${path}`, { ...signed, headers: { ...signed.headers, ...forged } })).status).toBe(200);
    const forEvil = { ...signed, headers: { ...signed.headers, ...forged, 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } };
    expect((await app.request(`http://evil.example${path}`, forEvil)).status).toBe(403);
  });

  it("signs over the query as the wire had it, ' and all (W4, W5)", async () => {
    const { app } = testApi();
    const target = `${path}?who=it's&b=%7e`;
    const env = { incoming: { url: target } };
    expect((await app.request(target, signedPost(target, inboundForm()), env)).status).toBe(200);
    const event = { rawPath: path, rawQueryString: "who=it's&b=%7e" };
    expect((await app.request(target, signedPost(target, inboundForm()), { event })).status).toBe(200);
  });
});

describe('whose text it is (W7)', () => {
  it.each([
    ['another account', { AccountSid: `AC${'f'.repeat(32)}` }, []],
    ['another service', { MessagingServiceSid: `MG${'f'.repeat(32)}` }, []],
    ['another number, when ours are listed', { MessagingServiceSid: '', To: '+15005550009' }, ['+15005550006']],
    ['no receiver at all', { MessagingServiceSid: '', To: '' }, []],
  ])('answers %s with 403', async (_, fields, numbers) => {
    const { app, heard } = testApi({ twilio: { ...ours, numbers } });
    const answer = await app.request(path, signedPost(path, inboundForm(fields)));
    expect([answer.status, heard]).toEqual([403, []]);
  });

  it.each(['88788', 'TWILIO', '', '+1', '+0123456789', 'whatsapp:+12125550123'])('is silent to the sender %j', async (From) => {
    const { app, heard } = testApi();
    const answer = await app.request(path, signedPost(path, inboundForm({ From })));
    expect([answer.status, await answer.text(), heard]).toEqual([200, silence, []]);
  });

  it('is silent to a text without an id, which could not be told from its repetition', async () => {
    const { app, heard } = testApi();
    expect(await (await app.request(path, signedPost(path, inboundForm({ MessageSid: '' })))).text()).toBe(silence);
    expect(heard).toEqual([]);
  });
});

describe('the answer', () => {
  it('goes back as text/xml, from what the action said (W11)', async () => {
    const { app, heard } = testApi();
    const answer = await app.request(path, signedPost(path, inboundForm({ Body: ' Space ' })));
    expect(answer.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(readTwiml(await answer.text())).toEqual(['You said  Space ']);
    expect(heard).toEqual([{ messageId: `SM${'1'.repeat(32)}`, from: '+12125550123', body: ' Space ' }]);
  });

  it('takes fields Twilio may add tomorrow (W10)', async () => {
    const { app, heard } = testApi();
    await app.request(path, signedPost(path, inboundForm({ Tomorrow: '1', ChannelMetadata: '{}' })));
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['none', { Body: 'STOP' }, 1],
    ['advanced', { Body: 'STOP', OptOutType: 'STOP' }, 0],
    ['advanced', { Body: 'SPACE' }, 1],
    ['default', { Body: 'STOP' }, 0],
    ['default', { Body: 'YES' }, 1],
  ] as const)('with opt-out mode %s says to %j %d messages, and the action hears it all the same', async (optOutMode, fields, said) => {
    const { app, heard } = testApi({ twilio: { ...ours, optOutMode } });
    const answer = await app.request(path, signedPost(path, inboundForm(fields)));
    expect(readTwiml(await answer.text())).toHaveLength(said);
    expect(heard).toHaveLength(1);
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 300 })])('is never an error, whatever the text (W15)', async (body) => {
    const { app } = testApi();
    // Twilio sends well-formed text; half pairs become the replacement character on the way.
    const sent = Buffer.from(body, 'utf8').toString('utf8');
    const answer = await app.request(path, signedPost(path, inboundForm({ Body: sent })));
    expect(answer.status).toBe(200);
  });
});

describe('when something breaks behind it (W14)', () => {
  const signpost = /911[\s\S]*988/;
  const faults: [string, Parameters<typeof testApi>[0]][] = [
    [
      'a throwing action',
      {
        receiveText: async () => {
          throw new Error('+12125550123 said SPACE');
        },
      },
    ],
    [
      'an action that throws at once',
      {
        receiveText: () => {
          throw new TypeError('SPACE');
        },
      },
    ],
    ['an action that throws no error', { receiveText: () => Promise.reject('SPACE') }],
    ['an action that never ends', { receiveText: () => new Promise(() => undefined), deadlineMs: 30 }],
  ];
  it.each(faults)('answers %s with the signpost and one alarm that repeats nothing (S9)', async (_, options) => {
    const { app, logged } = testApi(options);
    const answer = await app.request(path, signedPost(path, inboundForm()));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(readTwiml(await answer.text()).join(' ')).toMatch(signpost);
    expect(logged).toEqual([expect.objectContaining({ level: 'error', event: 'sms_inbound_failed', alarm: true })]);
    expect(JSON.stringify(logged)).not.toMatch(/5550123|SPACE|token/);
  });

  it('adds nothing where Twilio has answered already', async () => {
    const { app, logged } = testApi({ twilio: { ...ours, optOutMode: 'advanced' }, receiveText: () => Promise.reject(new Error('down')) });
    const answer = await app.request(path, signedPost(path, inboundForm({ Body: 'STOP', OptOutType: 'STOP' })));
    expect([await answer.text(), logged.length]).toEqual([silence, 1]);
  });

  it.each([
    ['he is here', silence],
    ['SPACE', undefined],
  ])('says nothing where no answer was asked for: %j (X13)', async (body, said) => {
    const options = {
      twilio: ours,
      receive: () => Promise.reject(new Error('down')),
      asksForSilence: (text: string) => text === 'he is here',
      log: () => {},
      deadlineMs: 100,
    };
    const answer = await answerText({ messageId: 'SM1', from: '+12125550123', body }, options);
    expect(answer === silence ? silence : undefined).toBe(said);
  });
});
