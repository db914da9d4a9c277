import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountNames, standInAccount } from './stand-in-account.ts';
import type { Account } from './stand-in-account.ts';

let account: Account;
beforeEach(async () => void (account = await standInAccount({ optOutMode: 'default', now: () => Date.parse('2026-03-01T10:00:00.789Z') })));
afterEach(() => account.close());

const path = `/2010-04-01/Accounts/${accountNames.accountSid}/Messages.json`;
const authorization = `Basic ${btoa(`${accountNames.accountSid}:${accountNames.authToken}`)}`;
const post = (form: Record<string, string>) =>
  fetch(account.url + path, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) });
const get = async (query = '') =>
  (await (await fetch(`${account.url}${path}?${query}`, { headers: { authorization } })).json()) as {
    messages: { body: string; date_created: string; date_sent: string | null }[];
    next_page_uri: string | null;
  };
const good = { To: '+12125550123', Body: 'hello', MessagingServiceSid: accountNames.messagingServiceSid };

describe('the stand-in as Twilio', () => {
  it('asks for the account and its token', async () => {
    expect((await fetch(account.url + path)).status).toBe(401);
  });

  it('answers a message as Twilio does, without a sender yet', async () => {
    const answer = await post(good);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: 'accepted',
      direction: 'outbound-api',
      from: null,
      error_code: null,
      date_created: 'Sun, 01 Mar 2026 10:00:00 +0000',
      date_sent: null,
    });
  });

  it.each([
    ['a misspelt parameter', { ...good, ValidtyPeriod: '60' }, 20_001],
    ['no receiver', { ...good, To: '' }, 21_604],
    ['a receiver that is no number', { ...good, To: '12125550123' }, 21_211],
    ['no sender', { To: good.To, Body: 'x' }, 21_603],
    ['another service', { ...good, MessagingServiceSid: `MG${'c'.repeat(32)}` }, 21_701],
    ['no body', { ...good, Body: '' }, 21_602],
    ['1,601 characters', { ...good, Body: 'x'.repeat(1_601) }, 21_617],
    ['36,001 s of validity', { ...good, ValidityPeriod: '36001' }, 21_621],
    ['a callback that is no address', { ...good, StatusCallback: 'nowhere' }, 21_609],
  ])('refuses %s', async (_, form, code) => {
    const answer = await post(form);
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([400, code]);
  });

  it('filters by the day a message was sent, so a queued one is never found by date', async () => {
    account.addMessage({ to: good.To, body: 'late on the day', createdAt: Date.parse('2026-03-01T23:59:59Z') });
    account.addMessage({ to: good.To, body: 'the day after', createdAt: Date.parse('2026-03-02T00:00:00Z') });
    account.addMessage({ to: good.To, body: 'queued', createdAt: Date.parse('2026-03-01T12:00:00Z'), sentAt: null });
    const bodies = async (query: string) => (await get(query)).messages.map(({ body }) => body);
    expect(await bodies('DateSent=2026-03-01T15:00:00Z')).toEqual(['late on the day']);
    expect(await bodies('DateSent%3E=2026-03-02')).toEqual(['the day after']);
    expect(await bodies('')).toEqual(['queued', 'the day after', 'late on the day']);
  });

  it('pages with a link to the next page', async () => {
    for (const body of ['1', '2', '3']) account.addMessage({ to: good.To, body });
    const first = await get('PageSize=2');
    expect(first.messages.map(({ body }) => body)).toEqual(['3', '2']);
    expect(first.next_page_uri).toContain('Page=1');
  });

  it('refuses an opted-out number with 21610 until START', async () => {
    account.standIn.carrier.hear(good.To, 'Stop');
    expect(((await (await post(good)).json()) as { code: number }).code).toBe(21_610);
    account.standIn.carrier.hear(good.To, 'start');
    expect((await post(good)).status).toBe(201);
  });

  it('gives back all it knew after a restart', async () => {
    account.addMessage({ to: good.To, body: 'kept' });
    account.standIn.carrier.hear(good.To, 'STOP');
    const state: unknown = await (await fetch(`${account.url}/stand-in/state`)).json();
    const again = await standInAccount({ optOutMode: 'default' });
    const put = await fetch(`${again.url}/stand-in/state`, { method: 'PUT', body: JSON.stringify(state) });
    expect([put.status, again.standIn.dump()]).toEqual([204, state]);
    await again.close();
  });

  it('follows a clock that is set from outside', async () => {
    await fetch(`${account.url}/stand-in/clock`, { method: 'POST', body: '{"now":"2027-01-01T00:00:00Z"}' });
    await post(good);
    expect((await get()).messages[0]?.date_created).toBe('Fri, 01 Jan 2027 00:00:00 +0000');
  });

  it('says what is wrong with a fault it does not know', async () => {
    const answer = await fetch(`${account.url}/stand-in/faults`, { method: 'POST', body: '{"kind":"meteor"}' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('kind')]);
  });
});
