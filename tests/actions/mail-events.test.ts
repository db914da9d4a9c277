import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordMailEvent } from '@breathing-room/core/actions/record-mail-event';
import type { MailEvent } from '@breathing-room/core/domain/mail-event';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing, somebodysMailbox as to } from '../support/mailing.ts';
import { morning } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof mailing>;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = mailing(running);
});
afterEach(() => running.close());

const happens = (event: Omit<MailEvent, 'to'>) => recordMailEvent(us.services, { to, ...event });

describe('an event of a mail (E7)', () => {
  test.each<[string, Omit<MailEvent, 'to'>]>([
    ['bounce', { kind: 'bounce', isPermanent: true }],
    ['complaint', { kind: 'complaint' }],
  ])('a permanent %s suppresses the mailbox, twice the same', async (method, event) => {
    await us.on(await us.joins());
    await happens(event);
    const once = await us.person();
    await happens(event);
    expect(await us.person()).toEqual(once);
    expect(once.consent).toBe('withdrawn');
    expect(once.wakeAt).toBeUndefined();
    expect((await us.ledger()).slice(1)).toEqual([expect.objectContaining({ kind: 'withdrawn', method, programme: 'selfcare' })]);
  });

  test('a mailbox that is full gives up this note, and the next goes as planned', async () => {
    await us.on(await us.joins());
    await happens({ kind: 'bounce', isPermanent: false, messageId: us.mailTo().messageId });
    expect(await us.person()).toMatchObject({ consent: 'given', enrolment: { nextNote: 2 } });
  });

  test('a delivery settles a note of unknown fate at once (S2)', async () => {
    const due = await us.joins();
    us.answers.push({ kind: 'unknown' });
    await us.on(due);
    const { messageId } = us.mailTo();
    await happens({ kind: 'delivery', messageId });
    expect(await us.person()).toMatchObject({ enrolment: { nextNote: 2 } });
    expect(await us.person()).not.toHaveProperty('owed');
    expect((await us.person()).wakeAt! > due).toBe(true);
    const settled = await us.person();
    await happens({ kind: 'delivery', messageId });
    expect(await us.person()).toEqual(settled);
  });

  test.each<Omit<MailEvent, 'to'>>([
    { kind: 'delivery', messageId: 'not-ours-1' },
    { kind: 'reject', messageId: 'not-ours-1' },
    { kind: 'bounce', messageId: 'not-ours-1' },
    { kind: 'delivery' },
  ])('%j of a mail we do not know changes nothing', async (event) => {
    await us.on(await us.joins());
    const before = await us.person();
    await happens(event);
    expect(await us.person()).toEqual(before);
  });

  test('of a stranger is not taken in', async () => {
    await recordMailEvent(us.services, { kind: 'complaint', to: 'nobody@example.org' });
    expect((await us.services.store.find({ channel: 'email', value: 'nobody@example.org' })).version).toBe(0);
  });
});
