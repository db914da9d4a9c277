import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakerOf } from '@breathing-room/core/actions/breaker';
import { killSwitch } from '@breathing-room/core/actions/may-notes-go';
import { replayMark } from '@breathing-room/core/actions/replay-missed';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { type Instant, latest, plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import { mailCode } from '@breathing-room/core/email/failed-mail';
import type { Counts } from '@breathing-room/core/ports';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing } from '../support/mailing.ts';
import { morning, sending } from '../support/sending.ts';

let running: TestLocal;
let phone: ReturnType<typeof sending>;
let mailbox: ReturnType<typeof mailing>;
let bothDue: Instant;

/** Two people with a note due by the same moment, one by text and one by mail. */
beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  phone = sending(running);
  mailbox = mailing(running);
  bothDue = latest(await phone.joins(), await mailbox.joins());
});
afterEach(() => running.close());

const turn = (name: string, on: boolean) => mailbox.services.store.writeSwitch(name, { on, why: 'test', at: morning });
const wake = (at: Instant, services = mailbox.services): Promise<Counts> => {
  running.local.clock.moveTo(at);
  return wakeAll(services);
};
const notesSent = async () => ({ texts: phone.notes().length, mails: (await mailbox.person()).enrolment!.nextNote - 1 });

describe('a breaker', () => {
  test('of the texts lets mails go (S5)', async () => {
    await turn(breakerOf('sms'), true);
    expect(await wake(bothDue)).toMatchObject({ 'stopped.breaker-sms': 1, 'post.sent': 1, deferred: 1 });
    expect(await notesSent()).toEqual({ texts: 0, mails: 1 });
  });

  test('of the mails lets texts go (S5)', async () => {
    await turn(breakerOf('email'), true);
    expect(await wake(bothDue)).toMatchObject({ 'stopped.breaker-email': 1, 'post.sent': 1, deferred: 1 });
    expect(await notesSent()).toEqual({ texts: 1, mails: 0 });
  });

  test('opens for mails alone where the account may not send; the note waits until the operator closes it', async () => {
    mailbox.answers.push({ kind: 'rejected', code: mailCode.accountStopped });
    await wake(bothDue);
    const { store } = mailbox.services;
    expect(await store.readSwitch(breakerOf('email'))).toMatchObject({ on: true, why: 'mail.account-stopped' });
    expect(await store.readSwitch(breakerOf('sms'))).toBeUndefined();
    await wake(plusHours(bothDue, 1));
    expect(await notesSent()).toEqual({ texts: 1, mails: 0 });
    expect((await mailbox.person()).owed).toMatchObject({ state: 'waiting', tries: 1 });
    await turn(breakerOf('email'), false);
    await wake(plusMinutes(bothDue, 61));
    expect(await notesSent()).toEqual({ texts: 1, mails: 1 });
  });

  test('is not asked where no note is due', async () => {
    const asked: string[] = [];
    const { store } = mailbox.services;
    const readSwitch: typeof store.readSwitch = (name) => (asked.push(name), store.readSwitch(name));
    const watched = { ...mailbox.services, store: { ...store, readSwitch } };
    await wake(plusMinutes(morning, 1), watched);
    expect(asked).toEqual([]);
    await wake(bothDue, watched);
    expect(new Set(asked)).toEqual(new Set([killSwitch, 'breaker-sms', 'breaker-email']));
  });
});

describe('while what came in at the carrier cannot be read (W12)', () => {
  const unread = () => {
    const { services } = mailbox;
    return { ...services, texts: { ...services.texts, listInbound: () => Promise.reject(new Error('no answer')) } };
  };
  beforeEach(() => mailbox.services.store.writeMark(replayMark, plusHours(bothDue, -2)));

  test('texts wait, and mails go', async () => {
    expect(await wake(bothDue, unread())).toMatchObject({ 'stopped.inbound-unread': 1, 'post.sent': 1, deferred: 1 });
    expect(await notesSent()).toEqual({ texts: 0, mails: 1 });
  });

  test('so does the mail of somebody whose phone is linked: a STOP there may be among it (O13)', async () => {
    const person = await mailbox.person();
    await mailbox.services.store.save({ ...person, linkedId: (await phone.person()).id });
    await wake(bothDue, unread());
    expect(await notesSent()).toEqual({ texts: 0, mails: 0 });
  });
});

test('the kill switch holds both (N5)', async () => {
  await turn(killSwitch, true);
  await wake(bothDue);
  expect(await notesSent()).toEqual({ texts: 0, mails: 0 });
});
