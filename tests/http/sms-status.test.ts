import { describe, expect, it } from 'vitest';
import { inboundForm, signedPost, statusForm, testApi } from './test-api.ts';

const path = '/sms/status?m=m234567890';

describe('a status callback (W13)', () => {
  it('tells the action what became of which message', async () => {
    const { app, reported } = testApi();
    const answer = await app.request(path, signedPost(path, statusForm({ MessageStatus: 'undelivered', ErrorCode: '30003' })));
    expect(answer.status).toBe(204);
    expect(reported).toEqual([
      { messageId: 'm234567890', providerId: `SM${'2'.repeat(32)}`, to: '+12125550123', status: 'undelivered', errorCode: 30_003 },
    ]);
  });

  it('goes without our id when the address carries none', async () => {
    const { app, reported } = testApi();
    await app.request('/sms/status', signedPost('/sms/status', statusForm()));
    expect(reported).toEqual([expect.not.objectContaining({ messageId: expect.anything() })]);
  });

  it('is refused when our id in the address was changed (W3)', async () => {
    const { app, reported } = testApi();
    const answer = await app.request('/sms/status?m=another', signedPost(path, statusForm()));
    expect([answer.status, reported]).toEqual([403, []]);
  });

  it.each([
    ['a status of tomorrow', { MessageStatus: 'teleported' }],
    ['no status', { MessageStatus: '' }],
    ['a receiver that is no person', { To: '88788' }],
    ['an id of nothing', { MessageSid: '' }],
  ])('takes %s and does nothing', async (_, fields) => {
    const { app, reported } = testApi();
    const answer = await app.request(path, signedPost(path, statusForm(fields)));
    expect([answer.status, reported]).toEqual([204, []]);
  });

  it('leaves out an error code that is no number', async () => {
    const { app, reported } = testApi();
    await app.request(path, signedPost(path, statusForm({ ErrorCode: 'x' })));
    expect(reported[0]).not.toHaveProperty('errorCode');
  });

  it('is 204 and an alarm when it cannot be recorded (W14)', async () => {
    const { app, logged } = testApi({
      recordDelivery: async () => {
        throw new Error('+12125550123');
      },
    });
    expect((await app.request(path, signedPost(path, statusForm()))).status).toBe(204);
    expect(logged).toEqual([expect.objectContaining({ event: 'sms_status_failed', alarm: true })]);
    expect(JSON.stringify(logged)).not.toContain('5550123');
  });

  it('is refused for another account (W7)', async () => {
    const { app } = testApi();
    expect((await app.request(path, signedPost(path, statusForm({ AccountSid: `AC${'f'.repeat(32)}` })))).status).toBe(403);
  });

  it.each([
    [{ method: 'GET' }, 405],
    [{ method: 'POST' }, 415],
  ] as const)('has the same first checks: %j → %d (W1, W2)', async (request, status) => {
    expect((await testApi().app.request(path, request)).status).toBe(status);
  });
});

describe('the health page', () => {
  it('answers without asking anything behind it', async () => {
    const answer = await testApi().app.request('/health');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('leaves unknown pages unknown', async () => {
    expect((await testApi().app.request('/sms/elsewhere', signedPost('/sms/elsewhere', inboundForm()))).status).toBe(404);
  });
});
