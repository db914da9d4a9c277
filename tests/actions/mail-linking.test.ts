import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePreferences } from '@breathing-room/core/actions/change-preferences';
import { confirmSignUp } from '@breathing-room/core/actions/confirm-sign-up';
import { readSignUp } from '@breathing-room/core/actions/read-sign-up';
import { receiveText } from '@breathing-room/core/actions/receive-text';
import { recordMailEvent } from '@breathing-room/core/actions/record-mail-event';
import { unsubscribe } from '@breathing-room/core/actions/unsubscribe';
import { plusHours } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing, reader, somebodysMailbox, tokenIn } from '../support/mailing.ts';
import { morning, somebody } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof mailing>;
let texted = 0;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = mailing(running);
});
afterEach(() => running.close());

const texts = async (body: string): Promise<string | undefined> => {
  texted += 1;
  return (await receiveText(us.services, { messageId: `SM${texted}`, from: somebody, body })).body;
};
const phone = (): Promise<Subscriber> => us.services.store.find({ channel: 'sms', value: somebody });
const asksByText = (): Promise<string | undefined> => texts(`EMAIL ${somebodysMailbox}`);
const joinsByText = async (): Promise<void> => {
  await texts('JOIN SELFCARE');
  await texts('GO');
};
const linked = async (): Promise<void> => {
  await asksByText();
  await us.confirms(tokenIn(us.mailTo(), 'confirm'));
};

describe('a phone and a mailbox', () => {
  test('are linked once the phone asked and the mailbox pressed the button (O13)', async () => {
    await us.joins();
    await asksByText();
    const token = tokenIn(us.mailTo(), 'confirm');
    expect(await readSignUp(us.services, token)).toEqual({ state: 'link_phone', endsIn: '123' });
    expect((await us.person()).linkedId).toBeUndefined();
    expect(await confirmSignUp(us.services, token, reader)).toBe('confirmed');
    expect((await us.person()).linkedId).toBe((await phone()).id);
    expect((await phone()).linkedId).toBe((await us.person()).id);
  });

  test('are linked once the page asked and that phone texted the address, without a mail', async () => {
    await us.joins();
    expect(await changePreferences(us.services, await us.token('preferences'), { kind: 'link_phone', phone: somebody })).toMatchObject({
      phone: 'asked',
    });
    us.sent.length = 0;
    await asksByText();
    expect(us.sent).toEqual([]);
    expect((await phone()).linkedId).toBe((await us.person()).id);
  });

  test('are not linked by a phone alone, however often it asks, and two mails go at most', async () => {
    await us.joins();
    us.sent.length = 0;
    for (let times = 0; times < 4; times++) await asksByText();
    expect((await us.person()).linkedId).toBeUndefined();
    expect(us.sent).toHaveLength(1); // The sign-up took the day's other one.
  });

  test('are not linked by a button pressed after 48 hours', async () => {
    await us.joins();
    await asksByText();
    running.local.clock.moveTo(plusHours(morning, 49));
    expect(await us.confirms(tokenIn(us.mailTo(), 'confirm'))).toBe('lapsed');
    expect((await phone()).linkedId).toBeUndefined();
  });

  test('tell the phone the same of a known, an unknown and an unsubscribed mailbox', async () => {
    const unknown = await asksByText();
    await us.joins();
    const known = await asksByText();
    await us.writes('STOP');
    us.sent.length = 0;
    expect([await asksByText(), known]).toEqual([unknown, unknown]);
    expect(us.sent).toEqual([]);
  });

  test.each(['EMAIL not-an-address@', 'EMAIL a@b', 'email <x@example.org>'])('answer "%s" without linking', async (body) => {
    await texts(body);
    expect(us.sent).toEqual([]);
  });

  test('keep one programme, the one begun last', async () => {
    await us.joins();
    running.local.clock.moveTo(plusHours(morning, 1));
    await joinsByText();
    await linked();
    expect((await phone()).enrolment?.programme).toBe('selfcare');
    expect((await us.person()).enrolment).toBeUndefined();
    expect((await us.person()).consent).toBe('given');
  });
});

describe('a wish to stop on one of two linked addresses (O13)', () => {
  beforeEach(async () => {
    await us.joins();
    await joinsByText();
    await linked();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['STOP by text', () => texts('STOP')],
    ['STOP by a proven mail', () => us.writes('STOP')],
    ['one click', async () => unsubscribe(us.services, await us.token('unsubscribe'), 'one_click')],
    ['a complaint', () => recordMailEvent(us.services, { kind: 'complaint', to: somebodysMailbox })],
  ])('%s ends both, each with its line of proof', async (_, stops) => {
    await stops();
    expect([(await us.person()).consent, (await phone()).consent]).toEqual(['withdrawn', 'withdrawn']);
    for (const { id } of [await us.person(), await phone()])
      expect((await us.services.store.ledgerOf(id)).some(({ kind }) => kind === 'withdrawn')).toBe(true);
  });

  test('a bounce ends the mailbox only: nobody wished it', async () => {
    await recordMailEvent(us.services, { kind: 'bounce', isPermanent: true, to: somebodysMailbox });
    expect([(await us.person()).consent, (await phone()).consent]).toEqual(['withdrawn', 'given']);
  });

  test.each<[string, (words: string) => Promise<unknown>]>([
    ['text', texts],
    ['mail', (words) => us.writes(words)],
  ])('FORGET ME by %s erases both (P2)', async (_, says) => {
    await says('FORGET ME');
    await says('FORGET ME');
    expect([(await us.person()).purgeAt, (await phone()).purgeAt]).toEqual([expect.any(String), expect.any(String)]);
    expect((await phone()).enrolment).toBeUndefined();
    expect((await us.person()).zone).toBeUndefined();
  });
});
