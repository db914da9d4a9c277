import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakerOf } from '@breathing-room/core/actions/breaker';
import { killSwitch } from '@breathing-room/core/actions/may-notes-go';
import { receiveText } from '@breathing-room/core/actions/receive-text';
import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { plusDays, plusMinutes } from '@breathing-room/core/domain/instant';
import type { Store } from '@breathing-room/core/ports';
import { startLocal, type TestLocal } from '../support/local.ts';
import { morning, sending, somebody } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof sending>;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = sending(running);
});
afterEach(() => running.close());

let sids = 0;
const sid = (): string => `SM${String(++sids).padStart(32, 'd')}`;
const arrived = (body: string) => ({ messageId: sid(), from: somebody, body });

/** A text that reached the provider while nobody here answered. */
function missed(body: string, from = somebody): void {
  const at = Date.parse(running.local.clock.now());
  running.local.standIn.book.add({
    sid: sid(),
    direction: 'inbound',
    from,
    to: running.local.standIn.account.number,
    body,
    status: 'received',
    errorCode: null,
    createdAt: at,
    sentAt: at,
  });
}
const without = (broken: Partial<Store>) => ({ ...running.local.services, store: { ...running.local.services.store, ...broken } });
const down = (): Promise<never> => Promise.reject(new Error('the database is down'));

describe('with the database down (X3)', () => {
  const unread = () => without({ find: down, findById: down, save: down });
  const unwritten = () => without({ save: down });

  test.each([
    ['CRISIS', '988'],
    ['SAFE', '1-800-799-7233'],
    ['911', '911'],
    ['NOCONTACT', 'no contact'],
  ])('%s is answered', async (word, part) => {
    for (const services of [unread(), unwritten()]) {
      const { body } = await receiveText(services, arrived(word));
      expect(body?.toLowerCase().replaceAll(/[ .]/g, '-')).toContain(part.replaceAll(' ', '-'));
    }
  });

  test.each(['STOP', 'JOIN WEEK', 'SPACE', 'HELP'])('%s is not answered as if it had been written', async (word) => {
    await expect(receiveText(unread(), arrived(word))).rejects.toThrow('the database is down');
  });

  test('danger is answered when others keep writing the same record', async () => {
    const { body } = await receiveText(without({ save: () => Promise.resolve('stale') }), arrived('CRISIS'));
    expect(body).toContain('988');
  });
});

describe('what was missed in an outage (W12)', () => {
  test.each([
    ['STOP', 'withdrawn'],
    ['leave me alone', 'withdrawn'],
  ])('%s is taken in, unanswered', async (word, consent) => {
    await us.joins();
    missed(word);
    expect(await replayMissed(running.local.services)).toMatchObject({ replayed: 1, failed: 0 });
    expect(await us.person()).toMatchObject({ consent });
  });

  test.each(['SAFE', 'CRISIS'])('%s rests the notes until RESUME', async (word) => {
    await us.joins();
    missed(word);
    await replayMissed(running.local.services);
    expect(await us.person()).toMatchObject({ hold: { reason: 'crisis' } });
  });

  test('a newer choice of the person stands', async () => {
    missed('STOP');
    running.local.clock.moveTo(plusMinutes(morning, 5));
    await us.joins();
    await replayMissed(running.local.services);
    expect(await us.person()).toMatchObject({ consent: 'given' });
  });

  test('is decided again where somebody writes the record at the same moment', async () => {
    await us.joins();
    missed('STOP');
    const { store } = running.local.services;
    let lost = 1;
    const save: Store['save'] = (after, ledger) => (lost-- > 0 ? Promise.resolve('stale') : store.save(after, ledger));
    expect(await replayMissed(without({ save }))).toMatchObject({ replayed: 1 });
    expect(await us.person()).toMatchObject({ consent: 'withdrawn' });
  });

  test('one that cannot be taken in stops no other, and is met again', async () => {
    await us.joins();
    const other = sending(running, '+12125550124');
    await other.joins();
    missed('STOP');
    missed('STOP', '+12125550124');
    const { store } = running.local.services;
    const find: Store['find'] = (address) => (address.value === somebody ? down() : store.find(address));
    expect(await replayMissed(without({ find }))).toMatchObject({ replayed: 1, failed: 3 });
    expect(await other.person()).toMatchObject({ consent: 'withdrawn' });
    running.local.clock.moveTo(plusMinutes(morning, 60));
    expect(await replayMissed(running.local.services)).toMatchObject({ replayed: 1, failed: 0 });
    expect(await us.person()).toMatchObject({ consent: 'withdrawn' });
  });
});

describe('a note of unknown fate', () => {
  test.each([killSwitch, breakerOf('sms')])('is not sent a second time while %s is on (N5, S5)', async (name) => {
    const { services, standIn } = running.local;
    const due = await us.joins();
    standIn.faults.add({ kind: 'reset_before' });
    await us.on(due);
    await services.store.writeSwitch(name, { on: true, why: 'test', at: morning });
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(0);
    await services.store.writeSwitch(name, { on: false, why: 'test', at: morning });
    await us.minutesOn(10);
    expect(us.notes()).toHaveLength(1);
  });

  test.each(['STOP', 'SAFE', 'PAUSE 5', 'FORGET ME'])('is not sent a second time after %s (O9, O10)', async (word) => {
    const due = await us.joins();
    running.local.standIn.faults.add({ kind: 'reset_before' });
    await us.on(due);
    await us.says(word);
    if (word === 'FORGET ME') await us.says(word);
    await us.minutesOn(3 * 24 * 60);
    expect(us.notes()).toHaveLength(0);
  });
});

describe('a note that failed', () => {
  test.each(['STOP', 'SAFE', 'CRISIS'])('and is due once more is not sent after %s (O9, X5)', async (word) => {
    running.local.standIn.faults.add({ kind: 'undelivered', code: 30_003 });
    await us.on(await us.joins());
    expect(us.notes()).toHaveLength(1);
    await us.says(word);
    await us.minutesOn(2 * 24 * 60);
    expect(us.notes()).toHaveLength(1);
  });

  test('STOP between the claim and the provider\'s "busy" ends it there (O10)', async () => {
    const due = await us.joins();
    const { local } = running;
    local.clock.moveTo(due);
    const send: typeof local.services.texts.send = async () => {
      await us.says('STOP');
      return { kind: 'throttled', code: 20_429 };
    };
    await wakeAll({ ...local.services, texts: { ...local.services.texts, send } });
    await us.on(plusDays(due, 5));
    expect(us.notes()).toHaveLength(0);
    expect((await us.person()).owed).toBeUndefined();
  });
});

describe('FORGET ME', () => {
  test('is not undone by a later text that is met with silence (P2)', async () => {
    await us.joins();
    await us.says('FORGET ME');
    await us.says('FORGET ME');
    await us.minutesOn(15);
    const { version } = await us.person();
    expect(await us.says('ok')).toEqual([]);
    expect(await us.says('SPACE')).toEqual([]);
    expect(await us.person()).toMatchObject({ version, facts: [] });
    expect((await us.says('CRISIS'))[0]).toContain('988');
  });

  test("keeps what somebody begins before the provider's records are gone (P2)", async () => {
    await us.joins();
    await us.says('FORGET ME');
    await us.says('FORGET ME');
    const due = await us.joins();
    await us.minutesOn(15);
    expect(await us.person()).toMatchObject({ consent: 'given', enrolment: { programme: 'selfcare' } });
    await us.on(due);
    expect(us.notes()).toHaveLength(1);
  });
});

test('the kill switch and the breaker stop no answer (N5)', async () => {
  const { store } = running.local.services;
  for (const name of [killSwitch, breakerOf('sms')]) await store.writeSwitch(name, { on: true, why: 'test', at: morning });
  expect(await us.says('SPACE')).toHaveLength(1);
  expect((await us.says('CRISIS'))[0]).toContain('988');
});
