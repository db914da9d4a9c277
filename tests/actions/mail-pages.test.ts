import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerCheckIn } from '@breathing-room/core/actions/answer-check-in';
import { changePreferences } from '@breathing-room/core/actions/change-preferences';
import { forgetMe } from '@breathing-room/core/actions/forget-me';
import { readMyData } from '@breathing-room/core/actions/read-my-data';
import { readPreferences } from '@breathing-room/core/actions/read-preferences';
import { unsubscribe } from '@breathing-room/core/actions/unsubscribe';
import { plusDays, plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import type { PreferenceChange } from '@breathing-room/core/domain/preferences';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing, reader, tokenIn } from '../support/mailing.ts';
import { morning } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof mailing>;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = mailing(running);
});
afterEach(() => running.close());

const changes = async (change: PreferenceChange) => changePreferences(us.services, await us.token('preferences'), change);

describe('the link to unsubscribe', () => {
  test.each(['page', 'one_click'] as const)('ends everything by %s, again and again, with one line of proof (E2, O12)', async (method) => {
    await us.joins();
    const token = tokenIn(us.mailTo(), 'unsubscribe');
    running.local.clock.moveTo(plusHours(morning, 1));
    expect([await unsubscribe(us.services, token, method, reader), await unsubscribe(us.services, token, method, reader)]).toEqual([
      'done',
      'done',
    ]);
    expect(await us.person()).toMatchObject({ consent: 'withdrawn' });
    expect(await us.person()).not.toHaveProperty('enrolment');
    expect((await us.ledger()).slice(1)).toEqual([
      expect.objectContaining({ kind: 'withdrawn', method, source: reader.ip, programme: 'selfcare' }),
    ]);
  });

  test('works in a mail that is years old', async () => {
    await us.joins();
    const token = tokenIn(us.mailTo(), 'unsubscribe');
    running.local.clock.moveTo(plusDays(morning, 1500));
    expect(await unsubscribe(us.services, token, 'page')).toBe('done');
    expect((await us.person()).consent).toBe('withdrawn');
  });

  test('forged changes nothing (E2)', async () => {
    await us.joins();
    const before = await us.person();
    for (const token of ['', 'x'.repeat(48), tokenIn(us.mailTo(), 'preferences')])
      expect(await unsubscribe(us.services, token, 'one_click')).toBe('forged');
    expect(await us.person()).toEqual(before);
  });
});

describe('preferences', () => {
  test('show settings and no flag, reason or answer, and change nothing by being read (E3)', async () => {
    const dueAt = await us.joins();
    const before = await us.person();
    expect(await readPreferences(us.services, await us.token('preferences'))).toEqual({
      state: 'on',
      pace: 'taper',
      isPrivate: false,
      needsGate: false,
      phone: 'none',
      zone: 'America/New_York',
      programme: 'selfcare',
      nextNoteAt: dueAt,
    });
    expect(await us.person()).toEqual(before);
  });

  test.each<[PreferenceChange, object]>([
    [
      { kind: 'pace', pace: 'weekly' },
      { pace: 'weekly', state: 'on' },
    ],
    [{ kind: 'hour', hour: 18 }, { hour: 18 }],
    [{ kind: 'zone', zone: 'Europe/London' }, { zone: 'Europe/London' }],
    [{ kind: 'pause', days: 5 }, { state: 'resting' }],
    [{ kind: 'pause' }, { state: 'resting', needsGate: false }],
    [{ kind: 'private', isPrivate: true }, { isPrivate: true }],
    [
      { kind: 'programme', programme: 'firstweek', gate: 'clear', ip: reader.ip },
      { programme: 'firstweek', state: 'on' },
    ],
  ])('take %j', async (change, expected) => {
    await us.joins();
    expect(await changes(change)).toMatchObject(expected);
    expect(await readPreferences(us.services, await us.token('preferences'))).toMatchObject(expected);
  });

  test('never bring a note nearer by slowing down (Dose)', async () => {
    const due = await us.joins();
    expect((await changes({ kind: 'pace', pace: 'weekly' }))!.nextNoteAt! >= due).toBe(true);
  });

  test('change help lines with the zone (X7)', async () => {
    await us.joins();
    await changes({ kind: 'zone', zone: 'Pacific/Auckland' });
    expect((await us.person()).region).toBe('NZ');
  });

  test('name no programme under PRIVATE', async () => {
    await us.joins({ isPrivate: true });
    expect(await readPreferences(us.services, await us.token('preferences'))).not.toHaveProperty('programme');
  });

  test('resume after danger behind the safety line only (X5)', async () => {
    await us.joins();
    await us.writes('I want to die');
    expect(await changes({ kind: 'resume' })).toMatchObject({ state: 'resting', needsGate: true });
    expect(await changes({ kind: 'resume', gate: 'clear' })).toMatchObject({ state: 'on', needsGate: false });
  });

  test('begin a programme that asks about safety only with that answer, and with proof (O12, X18)', async () => {
    await us.joins();
    running.local.clock.moveTo(plusHours(morning, 1));
    expect(await changes({ kind: 'programme', programme: 'patience', ip: reader.ip })).toMatchObject({ programme: 'selfcare' });
    expect(await changes({ kind: 'programme', programme: 'patience', gate: 'clear', ip: reader.ip })).toMatchObject({
      programme: 'patience',
    });
    expect((await us.ledger()).at(-1)).toMatchObject({ kind: 'given', method: 'page', programme: 'patience', source: reader.ip });
    expect((await us.person()).enrolment?.contactAsked).toBe(true);
  });

  test('bring nobody back who unsubscribed (E5, O15)', async () => {
    await us.joins();
    await us.writes('STOP');
    expect(await changes({ kind: 'programme', programme: 'selfcare', gate: 'clear', ip: reader.ip })).toMatchObject({
      state: 'unsubscribed',
    });
    expect((await us.person()).consent).toBe('withdrawn');
  });

  test('open with their own link for 14 days, and with no other', async () => {
    await us.joins();
    const token = await us.token('preferences');
    expect(await readPreferences(us.services, tokenIn(us.mailTo(), 'unsubscribe'))).toBeUndefined();
    running.local.clock.moveTo(plusDays(morning, 15));
    expect(await readPreferences(us.services, token)).toBeUndefined();
    expect(await changePreferences(us.services, token, { kind: 'pause' })).toBeUndefined();
  });
});

describe('a number tapped in a mail', () => {
  const toCheckIn = async (): Promise<string> => {
    let at = await us.joins();
    for (let notes = 0; notes < 12; notes++) {
      await us.on(at);
      if ((await us.person()).enrolment?.checkIn !== undefined) return tokenIn(us.mailTo(), 'check_in');
      at = (await us.person()).wakeAt!;
    }
    return '';
  };

  test('is recorded once, and a low one is answered by help lines (X9, E3)', async () => {
    const token = await toCheckIn();
    us.sent.length = 0;
    expect(await answerCheckIn(us.services, token, 1)).toBe('recorded');
    expect(await answerCheckIn(us.services, token, 5)).toBe('recorded');
    expect((await us.person()).bands).toMatchObject([{ value: 1 }]);
    expect(us.sent.map(({ text }) => text)).toEqual([expect.stringContaining('988') as string]);
  });

  test('is too late after 36 hours', async () => {
    const token = await toCheckIn();
    running.local.clock.moveTo(plusHours(running.local.clock.now(), 37));
    expect(await answerCheckIn(us.services, token, 4)).toBe('too_late');
    expect((await us.person()).bands).toEqual([]);
  });

  test('with a forged link changes nothing', async () => {
    await toCheckIn();
    expect(await answerCheckIn(us.services, tokenIn(us.mailTo(), 'unsubscribe'), 4)).toBe('forged');
    expect((await us.person()).bands).toEqual([]);
  });
});

describe('my data', () => {
  test('names neutral categories, and everything with the PIN of the sign-up (P1)', async () => {
    await us.joins({ pin: '4711' });
    const token = await us.token('data');
    expect(await readMyData(us.services, token)).toEqual({
      kind: 'categories',
      categories: ['address', 'settings', 'schedule', 'consent_record'],
      canExport: true,
    });
    const full = await readMyData(us.services, token, '4711');
    expect(full).toMatchObject({ kind: 'full', record: { address: { value: 'robin@example.org' } }, ledger: [{ kind: 'given' }] });
    expect(JSON.stringify(full)).not.toContain('pinKey');
  });

  test('takes five wrong PINs a day, then not even the right one (P1)', async () => {
    await us.joins({ pin: '4711' });
    const token = await us.token('data');
    for (let tries = 0; tries < 5; tries++) expect(await readMyData(us.services, token, '0000')).toMatchObject({ pin: 'wrong' });
    expect(await readMyData(us.services, token, '4711')).toMatchObject({ kind: 'categories', pin: 'too_many_tries' });
    running.local.clock.moveTo(plusHours(morning, 9));
    expect(await readMyData(us.services, token, '4711')).toMatchObject({ kind: 'full' });
  });

  test('is not spent by right PINs', async () => {
    await us.joins({ pin: '4711' });
    const token = await us.token('data');
    for (let tries = 0; tries < 7; tries++) expect(await readMyData(us.services, token, '4711')).toMatchObject({ kind: 'full' });
  });

  test('without a PIN gives categories only', async () => {
    await us.joins();
    expect(await readMyData(us.services, await us.token('data'), '4711')).toMatchObject({ kind: 'categories', canExport: false });
  });
});

describe('forget me', () => {
  test('must be confirmed within ten minutes (P2)', async () => {
    await us.joins();
    const token = await us.token('forget');
    expect(await forgetMe(us.services, token, 'confirm')).toBe('lapsed');
    expect(await forgetMe(us.services, token, 'ask')).toBe('asked');
    running.local.clock.moveTo(plusMinutes(morning, 10));
    expect(await forgetMe(us.services, token, 'confirm')).toBe('lapsed');
    expect((await us.person()).enrolment).toBeDefined();
  });

  test('erases all but the suppression and the proof, then the address itself (P2)', async () => {
    await us.joins({ pin: '4711' });
    const token = await us.token('forget');
    const { id } = await us.person();
    await forgetMe(us.services, token, 'ask');
    expect(await forgetMe(us.services, token, 'confirm', reader)).toBe('forgotten');
    expect(await forgetMe(us.services, token, 'confirm', reader)).toBe('forgotten');
    for (const part of ['enrolment', 'pinKey', 'zone', 'offer']) expect(await us.person()).not.toHaveProperty(part);
    await us.on(plusMinutes(morning, 11));
    expect(await us.services.store.findById(id)).toBeUndefined();
    expect((await us.person()).consent).toBe('withdrawn');
    expect((await us.services.store.ledgerOf(id)).map(({ kind, method }) => `${kind} ${method}`).sort()).toEqual([
      'given page',
      'withdrawn forget_me',
    ]);
  });

  test('by mail warns first, then erases (P2)', async () => {
    await us.joins();
    expect((await us.writes('FORGET ME'))[0]).toContain('within 10 minutes');
    expect((await us.writes('FORGET ME'))[0]).toContain('It is erased');
    expect(await us.person()).toMatchObject({ consent: 'withdrawn', purgeAt: plusMinutes(morning, 10) });
  });
});
