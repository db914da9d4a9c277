import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingText } from '@breathing-room/core/ports';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import type { FaultOrder } from '@breathing-room/local/stand-in-twilio/faults';
import { deadAddress, standInAccount, twilioOf } from './stand-in-account.ts';
import type { Account } from './stand-in-account.ts';

const to = '+12125550123';
const note: OutgoingText = { to, body: 'One small step today.', messageId: 'm234567890', validitySeconds: 3600 };
const longAgo = '2020-01-01T00:00:00Z';

let account: Account;
beforeAll(async () => void (account = await standInAccount()));
afterAll(() => account.close());
afterEach(() => {
  account.standIn.faults.clear();
  account.standIn.restore({ messages: [], blocked: [] });
});

const texts = (timeoutMs = 400) => twilioTexts({ settings: twilioOf(account), timeoutMs });
const fail = (fault: FaultOrder) => account.standIn.faults.add(fault);
const taken = () => account.standIn.book.list({ to });

describe('a text that Twilio takes', () => {
  it('is sent by the messaging service, never from a number, with our id and a validity period (S6, S10)', async () => {
    const outcome = await texts().send(note);
    const [message] = taken();
    expect(outcome).toEqual({ kind: 'sent', providerId: message?.sid });
    expect(message).toMatchObject({
      body: note.body,
      validitySeconds: 3600,
      statusCallback: `${account.standIn.account.publicBaseUrl}/sms/status?m=m234567890`,
    });
    expect(account.posted.at(-1)).toEqual(expect.not.stringContaining('&From='));
    expect(new URLSearchParams(account.posted.at(-1)).get('MessagingServiceSid')).toBe(account.standIn.account.messagingServiceSid);
  });

  it.each([
    [0, 1],
    [119.9, 119],
    [14_400, 14_400],
    [99_999, 14_400],
  ])('asks for %d s of validity as %d (S6)', async (asked, sent) => {
    await texts().send({ ...note, validitySeconds: asked });
    expect(taken()[0]?.validitySeconds).toBe(sent);
  });
});

describe('the outcome of one POST (S2–S4)', () => {
  const rows: [string, FaultOrder, object, number][] = [
    ['429 with a code', { kind: 'throttled' }, { kind: 'throttled', code: 20_429 }, 0],
    ['429 without JSON', { kind: 'throttled_plain' }, { kind: 'throttled', code: 20_429 }, 0],
    ['503 with 20503', { kind: 'server_error' }, { kind: 'throttled', code: 20_503 }, 0],
    ['503 with a code of no meaning', { kind: 'server_error', code: 20_500 }, { kind: 'unknown' }, 0],
    ['502 without a code, taken', { kind: 'server_error_plain' }, { kind: 'unknown' }, 1],
    ['reset before it was taken', { kind: 'reset_before' }, { kind: 'unknown' }, 0],
    ['reset after it was taken', { kind: 'reset' }, { kind: 'unknown' }, 1],
    ['no answer, taken', { kind: 'time_out', delayMs: 2_000 }, { kind: 'unknown' }, 1],
    ['no answer, not taken', { kind: 'time_out_before', delayMs: 2_000 }, { kind: 'unknown' }, 0],
    ['broken JSON, taken', { kind: 'bad_json' }, { kind: 'unknown' }, 1],
    ['blocked', { kind: 'reject', code: 21_610 }, { kind: 'rejected', code: 21_610 }, 0],
    ['no such number', { kind: 'reject', code: 21_211 }, { kind: 'rejected', code: 21_211 }, 0],
    ['queue overflow', { kind: 'reject', code: 30_001 }, { kind: 'throttled', code: 30_001 }, 0],
    ['a late answer within the time', { kind: 'slow', delayMs: 100 }, { kind: 'sent' }, 1],
  ];
  it.each(rows)('%s', async (_, fault, outcome, messages) => {
    fail(fault);
    expect(await texts().send(note)).toMatchObject(outcome);
    expect(taken()).toHaveLength(messages);
  });

  it('is a rejection with 20003 when the token is wrong', async () => {
    const settings = { ...twilioOf(account), authTokens: ['not the token'] as const };
    expect(await twilioTexts({ settings }).send(note)).toEqual({ kind: 'rejected', code: 20_003 });
  });

  it('is throttled, not unknown, when no connection could be made at all', async () => {
    const settings = { ...twilioOf(account), apiBaseUrl: await deadAddress() };
    expect(await twilioTexts({ settings }).send(note)).toEqual({ kind: 'throttled', code: 20_503 });
  });
});

describe('looking a message up', () => {
  it('finds what was taken although the answer was lost (S2)', async () => {
    fail({ kind: 'reset', silent: true });
    await texts().send(note);
    const found = await texts().listSent(to, longAgo);
    expect(found).toEqual([{ providerId: taken()[0]?.sid, status: expect.any(String), body: note.body }]);
  });

  it('finds a message that is still queued and has no sent date', async () => {
    account.addMessage({ to, status: 'accepted', sentAt: null, createdAt: Date.parse('2026-03-01T10:00:00Z') });
    expect(await texts().listSent(to, '2026-03-01T10:00:00Z')).toHaveLength(1);
  });

  it('leaves out direct answers, inbound texts, other numbers and older ones', async () => {
    const at = Date.parse('2026-03-01T10:00:00Z');
    account.addMessage({ to, direction: 'outbound-reply', createdAt: at });
    account.addMessage({ from: to, to: '+15005550006', direction: 'inbound', createdAt: at });
    account.addMessage({ to: '+12125550999', createdAt: at });
    account.addMessage({ to, createdAt: at - 61_000 });
    account.addMessage({ to, body: 'just within the tolerance', createdAt: at - 60_000 });
    expect((await texts().listSent(to, '2026-03-01T10:00:00Z')).map(({ body }) => body)).toEqual(['just within the tolerance']);
  });

  it('reads further pages, newest first', async () => {
    for (let minute = 0; minute < 120; minute += 1)
      account.addMessage({ to, body: `n${minute}`, createdAt: Date.parse('2026-03-01T10:00:00Z') + minute * 60_000 });
    const found = await texts().listSent(to, '2026-03-01T10:00:00Z');
    expect(found.map(({ body }) => body)).toEqual(Array.from({ length: 120 }, (_, index) => `n${119 - index}`));
  });

  it('throws when the list cannot be read', async () => {
    fail({ kind: 'list_error' });
    await expect(texts().listSent(to, longAgo)).rejects.toThrow('looking up a message failed (502)');
  });
});

describe('listing what came in (W12)', () => {
  it('gives texts from people since the moment asked for, oldest first', async () => {
    const at = (time: string) => Date.parse(`2026-03-02T${time}Z`);
    const inbound = { direction: 'inbound' as const, to: '+15005550006', status: 'received' as const };
    account.addMessage({ ...inbound, from: '+12125550001', body: 'STOP', createdAt: at('09:59:59') });
    account.addMessage({ ...inbound, from: '+12125550002', body: 'second', createdAt: at('10:00:00') });
    account.addMessage({ to, body: 'a note', createdAt: at('10:30:00') });
    account.addMessage({ ...inbound, from: '88788', body: 'short code', createdAt: at('10:40:00') });
    account.addMessage({ ...inbound, from: '+12125550003', body: 'third', createdAt: at('11:00:00') });
    const listed = await texts().listInbound('2026-03-02T10:00:00Z');
    expect(listed.map(({ from, body, at: when }) => [from, body, when])).toEqual([
      ['+12125550002', 'second', '2026-03-02T10:00:00Z'],
      ['+12125550003', 'third', '2026-03-02T11:00:00Z'],
    ]);
  });
});

describe('deleting what Twilio keeps of a number (P2)', () => {
  it('deletes both directions and leaves others alone', async () => {
    account.addMessage({ to });
    account.addMessage({ to, direction: 'outbound-reply' });
    account.addMessage({ from: to, to: '+15005550006', direction: 'inbound', status: 'received' });
    account.addMessage({ to: '+12125550999' });
    expect(await texts().deleteMessagesOf(to)).toBe(3);
    expect(account.standIn.book.all().map((message) => message.to)).toEqual(['+12125550999']);
  });

  it('deletes what it can and then says that something is left', async () => {
    account.addMessage({ to });
    account.addMessage({ to, status: 'accepted', sentAt: null });
    await expect(texts().deleteMessagesOf(to)).rejects.toThrow('deleting messages failed (20009)');
    expect(taken()).toHaveLength(1);
  });
});
