import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { breakerOf } from '@breathing-room/core/actions/breaker';
import { killSwitch } from '@breathing-room/core/actions/may-notes-go';
import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { plusDays, plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import { advanceTo, runDue } from '@breathing-room/local/advance-clock';
import type { Fault } from '@breathing-room/local/stand-in-twilio/faults';
import { startLocal, type TestLocal } from '../support/local.ts';
import { morning, sending, somebody } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof sending>;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = sending(running);
});
afterEach(() => running.close());

const goesWrong = (kind: Fault['kind'], more: Partial<Fault> = {}): void => running.local.standIn.faults.add({ kind, ...more });

describe('one due note', () => {
  test('is posted once by two workers at the same moment (S1)', async () => {
    const due = await us.joins();
    running.local.clock.moveTo(due);
    await Promise.all([wakeAll(running.local.services), wakeAll(running.local.services), wakeAll(running.local.services)]);
    await us.minutesOn(30);
    expect(us.notes()).toHaveLength(1);
  });

  test.each<Fault['kind']>(['reset', 'bad_json', 'server_error_plain'])(
    'taken but answered with %s is found and not sent again (S2)',
    async (kind) => {
      goesWrong(kind, { silent: true });
      await us.on(await us.joins());
      expect((await us.person()).owed?.state).toBe('unknown');
      await us.minutesOn(20);
      expect(us.notes()).toHaveLength(1);
      expect(await us.person()).toMatchObject({ owed: { state: 'sent' }, enrolment: { nextNote: 2 } });
    },
  );

  test('taken but unanswered is resolved by its own callback at once (W13)', async () => {
    goesWrong('reset');
    await us.on(await us.joins());
    expect(us.notes()).toHaveLength(1);
    expect((await us.person()).enrolment?.nextNote).toBe(2);
    expect((await us.person()).owed).toBeUndefined();
  });

  test('not taken and unanswered is looked up twice, two minutes apart, then sent once (S2)', async () => {
    goesWrong('reset_before');
    const due = await us.joins();
    await us.on(due);
    await us.on(plusMinutes(due, 6));
    expect(us.notes()).toHaveLength(0);
    await us.minutesOn(10);
    expect(us.notes()).toHaveLength(1);
  });

  test('waits while the look-up itself fails, and is not sent blindly (S2)', async () => {
    const due = await us.joins();
    running.local.clock.moveTo(due);
    await replayMissed(running.local.services);
    goesWrong('reset_before');
    goesWrong('list_error', { count: 3 });
    await us.on(due);
    await us.minutesOn(14);
    expect(us.notes()).toHaveLength(0);
    await us.minutesOn(30);
    expect(us.notes()).toHaveLength(1);
  });

  test('of unknown fate for a day goes to the operator and is never sent again (S2)', async () => {
    const due = await us.joins();
    running.local.clock.moveTo(due);
    await replayMissed(running.local.services);
    goesWrong('reset_before');
    goesWrong('list_error', { count: 100_000 });
    await us.on(due);
    running.local.clock.moveTo(plusHours(due, 25));
    await runDue(running.local);
    expect(us.notes()).toHaveLength(0);
    expect(await running.local.services.store.operatorList()).toHaveLength(1);
    expect((await us.person()).enrolment?.nextNote).toBe(2);
  });

  test('turned away with 429 is tried four times at most (S3)', async () => {
    goesWrong('throttled', { count: 3 });
    await us.on(await us.joins());
    await us.minutesOn(30);
    expect(us.notes()).toHaveLength(1);
    goesWrong('throttled', { count: 100 });
    await us.minutesOn(3 * 24 * 60);
    expect(us.notes()).toHaveLength(1);
    expect((await us.person()).facts.some(({ kind }) => kind === 'note_rejected')).toBe(true);
  });

  test('reported three times, in any order, ends once (W13)', async () => {
    goesWrong('callback_twice');
    await us.on(await us.joins());
    expect((await us.person()).facts.filter(({ kind }) => kind === 'note_delivered')).toHaveLength(1);
    expect((await us.person()).enrolment?.nextNote).toBe(2);
  });

  test('reported delivered before its POST is answered is not counted twice (W13)', async () => {
    goesWrong('callback_first');
    await us.on(await us.joins());
    expect(us.notes()).toHaveLength(1);
    expect((await us.person()).enrolment?.nextNote).toBe(2);
    expect((await us.person()).facts.filter(({ kind }) => kind === 'note_delivered')).toHaveLength(1);
  });
});

describe('error codes (S4)', () => {
  test('21610 suppresses and is written to the ledger (O14)', async () => {
    goesWrong('reject', { code: 21_610 });
    await us.on(await us.joins());
    expect((await us.person()).consent).toBe('withdrawn');
    const ledger = await running.local.services.store.ledgerOf((await us.person()).id);
    expect(ledger.at(-1)).toMatchObject({ kind: 'withdrawn', method: 'provider_code' });
  });

  test.each([30_005, 30_006])('%i in a callback suppresses', async (code) => {
    goesWrong('undelivered', { code });
    await us.on(await us.joins());
    expect((await us.person()).consent).toBe('withdrawn');
  });

  test('30003 is tried once more that day, and only once', async () => {
    goesWrong('undelivered', { code: 30_003, count: 2 });
    await us.on(await us.joins());
    await us.minutesOn(6 * 60);
    expect(us.notes()).toHaveLength(2);
    expect((await us.person()).enrolment?.nextNote).toBe(2);
  });

  test('30004 suppresses when it comes twice', async () => {
    goesWrong('undelivered', { code: 30_004, count: 2 });
    await us.on(await us.joins());
    expect((await us.person()).consent).toBe('given');
    await us.minutesOn(3 * 24 * 60);
    expect((await us.person()).consent).toBe('withdrawn');
  });

  test('30007 alarms and gives the note up', async () => {
    goesWrong('undelivered', { code: 30_007 });
    await us.on(await us.joins());
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(1);
    expect((await us.person()).facts.some(({ kind }) => kind === 'note_failed')).toBe(true);
  });

  test('20003 stops the channel; the note waits until the operator closes the breaker (S5)', async () => {
    goesWrong('reject', { code: 20_003 });
    await us.on(await us.joins());
    const { store } = running.local.services;
    expect((await store.readSwitch(breakerOf('sms')))?.on).toBe(true);
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(0);
    await store.writeSwitch(breakerOf('sms'), { on: false, why: 'mended', at: running.local.clock.now() });
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(1);
  });
});

describe('what may leave', () => {
  test('nothing under the kill switch, while answers go on (N5)', async () => {
    const { store } = running.local.services;
    const due = await us.joins();
    await store.writeSwitch(killSwitch, { on: true, why: 'test', at: morning });
    await us.on(plusHours(due, 3));
    expect(us.notes()).toHaveLength(0);
    expect((await us.says('CRISIS'))[0]).toContain('988');
  });

  test('nothing after STOP, not even a note due that minute (O10)', async () => {
    const due = await us.joins();
    await us.says('STOP');
    await us.on(plusDays(due, 10));
    expect(us.notes()).toHaveLength(0);
  });

  test('no more than the day allows; the rest is deferred, not lost (S7)', async () => {
    const { services } = running.local;
    await us.joins();
    const other = sending(running, '+12125550124');
    const due = await other.joins();
    services.limits.notesPerDay = 1;
    await us.on(plusHours(due, 2));
    expect(us.notes().length + other.notes().length).toBe(1);
    await us.on(plusDays(due, 1));
    expect(us.notes().length + other.notes().length).toBeGreaterThan(1);
  });

  test('with the seconds left in the window, at most four hours (S6)', async () => {
    const due = await us.joins();
    await us.on(due);
    expect(us.notes()[0]?.validitySeconds).toBe(14_400);
    await us.minutesOn(9 * 24 * 60);
    for (const { validitySeconds } of us.notes()) expect(validitySeconds).toBeGreaterThanOrEqual(120);
  });

  test('one note a day after a long outage, never the backlog (S12)', async () => {
    await us.joins();
    await us.says('DAILY');
    running.local.clock.moveTo(plusDays(morning, 9));
    await us.on(plusDays(morning, 12));
    const days = us.notes().map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThan(0);
  });
});

describe('an outage', () => {
  test('is followed by reading what was missed before any note goes (W12)', async () => {
    const due = await us.joins();
    running.local.standIn.book.add({
      sid: `SM${'a'.repeat(32)}`,
      direction: 'inbound',
      from: somebody,
      to: running.local.standIn.account.number,
      body: 'stop',
      status: 'received',
      errorCode: null,
      createdAt: Date.parse(morning) + 60_000,
      sentAt: Date.parse(morning) + 60_000,
    });
    await us.on(plusHours(due, 5));
    expect((await us.person()).consent).toBe('withdrawn');
    expect(us.notes()).toHaveLength(0);
  });

  test('of the inbound list keeps notes back', async () => {
    goesWrong('list_error', { count: 100_000 });
    const due = await us.joins();
    await us.on(plusHours(due, 1));
    expect(us.notes()).toHaveLength(0);
    running.local.standIn.faults.clear();
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(1);
  });
});

describe('a worker frozen after its claim', () => {
  test('drops it and leaves it to the lease (S13)', async () => {
    const due = await us.joins();
    const { local } = running;
    local.clock.moveTo(due);
    const { store } = local.services;
    const frozen = {
      ...store,
      save: async (...args: Parameters<typeof store.save>) => {
        const outcome = await store.save(...args);
        local.clock.moveTo(plusMinutes(local.clock.now(), 4));
        return outcome;
      },
    };
    await wakeAll({ ...local.services, store: frozen });
    expect(us.notes()).toHaveLength(0);
    await advanceTo(local, plusMinutes(due, 30));
    expect(us.notes()).toHaveLength(1);
  });
});

test('FORGET ME deletes the provider records and keeps only the block (P2)', async () => {
  await us.on(await us.joins());
  await us.says('FORGET ME');
  await us.says('FORGET ME');
  await us.minutesOn(15);
  expect(running.local.standIn.book.all()).toEqual([]);
  expect(await us.person()).toMatchObject({ consent: 'withdrawn', facts: [], bands: [] });
  expect((await us.person()).enrolment).toBeUndefined();
});
