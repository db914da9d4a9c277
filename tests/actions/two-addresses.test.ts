import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordDelivery } from '@breathing-room/core/actions/record-delivery';
import { receiveText } from '@breathing-room/core/actions/receive-text';
import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { plusDays, plusMinutes } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { startLocal, type TestLocal } from '../support/local.ts';
import { morning, sending, somebody } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof sending>;
let others: ReturnType<typeof sending>;

/** One person on two numbers that point at each other, both with notes coming. */
beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = sending(running);
  others = sending(running, '+12125550124');
  await us.joins();
  await others.joins();
  const { store } = running.local.services;
  const [one, two] = [await us.person(), await others.person()];
  await store.save({ ...one, linkedId: two.id });
  await store.save({ ...two, linkedId: one.id });
});
afterEach(() => running.close());

const ledgerOf = async ({ id }: Subscriber) =>
  (await running.local.services.store.ledgerOf(id)).map(({ kind, method }) => `${kind} ${method}`);
const arrived = (body: string) => ({ messageId: `SM${'b'.repeat(32)}`, from: somebody, body });

describe('an opt-out on one address (O13)', () => {
  test.each(['STOP', 'leave me alone'])('%s ends the notes on both, each with its line of proof', async (words) => {
    await us.says(words);
    for (const address of [us, others]) expect(await address.person()).toMatchObject({ consent: 'withdrawn' });
    expect(await ledgerOf(await others.person())).toEqual(expect.arrayContaining(['given go_word', 'withdrawn linked']));
    await others.on(plusDays(morning, 10));
    expect([...us.notes(), ...others.notes()]).toEqual([]);
  });

  test('FORGET ME ends the notes on both and erases one', async () => {
    await us.says('FORGET ME');
    await us.says('FORGET ME');
    expect(await others.person()).toMatchObject({ consent: 'withdrawn' });
    await us.minutesOn(15);
    expect((await us.person()).linkedId).toBeUndefined();
  });

  test('PAUSE, SLOWER and NO change nothing on the other', async () => {
    for (const word of ['PAUSE', 'SLOWER', 'NO']) await us.says(word);
    const there = await others.person();
    expect(there).toMatchObject({ consent: 'given', enrolment: { programme: 'selfcare' } });
    expect(there.hold).toBeUndefined();
  });

  test('tells the person so, even when the other record cannot be written', async () => {
    const { services } = running.local;
    const findById = () => Promise.reject(new Error('no answer'));
    const answer = await receiveText({ ...services, store: { ...services.store, findById } }, arrived('STOP'));
    expect(answer.body).toContain('opted out');
    expect(await us.person()).toMatchObject({ consent: 'withdrawn' });
    expect(await others.person()).toMatchObject({ consent: 'given' });
  });

  test('that reached only one record is made good by the same message or by the hourly replay', async () => {
    const { services, standIn } = running.local;
    const findById = () => Promise.reject(new Error('no answer'));
    await receiveText({ ...services, store: { ...services.store, findById } }, arrived('STOP'));
    standIn.book.add({
      sid: arrived('').messageId,
      direction: 'inbound',
      from: somebody,
      to: standIn.account.number,
      body: 'STOP',
      status: 'received',
      errorCode: null,
      createdAt: Date.parse(morning),
      sentAt: Date.parse(morning),
    });
    await replayMissed(services);
    expect(await others.person()).toMatchObject({ consent: 'withdrawn' });
  });

  test('survives somebody else writing the other record at the same moment', async () => {
    const { services } = running.local;
    let lost = 1;
    const save: typeof services.store.save = (after, ledger) =>
      ledger?.some(({ method }) => method === 'linked') === true && lost-- > 0
        ? Promise.resolve('stale')
        : services.store.save(after, ledger);
    await receiveText({ ...services, store: { ...services.store, save } }, arrived('STOP'));
    expect(await others.person()).toMatchObject({ consent: 'withdrawn' });
  });
});

describe('danger on one address (X5)', () => {
  test.each(['CRISIS', 'SAFE', 'NOCONTACT'])('%s rests the notes on both until RESUME there', async (word) => {
    await us.says(word);
    expect(await others.person()).toMatchObject({ consent: 'given', hold: { reason: 'crisis' } });
    await others.on(plusDays(morning, 10));
    expect(others.notes()).toEqual([]);
    await others.says('RESUME');
    await others.says('GO');
    expect((await others.person()).hold).toBeUndefined();
  });
});

describe('what the carrier reports (O13, O14)', () => {
  const report = (errorCode: number) => ({
    messageId: 'unknown001',
    providerId: `SM${'c'.repeat(32)}`,
    to: somebody,
    status: 'failed' as const,
    errorCode,
  });

  test("21610 is the person's own STOP and counts for both", async () => {
    await recordDelivery(running.local.services, report(21_610));
    expect(await others.person()).toMatchObject({ consent: 'withdrawn' });
  });

  test('21610 at the send itself counts for both', async () => {
    running.local.standIn.faults.add({ kind: 'reject', code: 21_610 });
    await us.on(plusMinutes((await us.person()).enrolment!.dueAt!, 1));
    await us.minutesOn(120);
    expect((await us.person()).consent === 'withdrawn' && (await others.person()).consent === 'withdrawn').toBe(true);
  });

  test('a dead number says nothing about the other', async () => {
    await recordDelivery(running.local.services, report(30_005));
    expect(await us.person()).toMatchObject({ consent: 'withdrawn' });
    expect(await others.person()).toMatchObject({ consent: 'given' });
  });
});
