import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBreaker } from '@breathing-room/core/actions/breaker';
import { plusDays, plusMinutes } from '@breathing-room/core/domain/instant';
import { commands, UsageError } from '@breathing-room/operator/commands';
import { startLocal, type TestLocal } from '../support/local.ts';
import { morning, sending, somebody } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof sending>;
beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = sending(running);
});
afterEach(() => running.close());

const run = async (name: string, ...args: string[]): Promise<string> =>
  (await commands[name]!.run(running.local.services, args)).join('\n');

describe('the operator', () => {
  test('stops notes, sees it in the status, and lets them go on (N5)', async () => {
    const due = await us.joins();
    await run('stop-notes', 'a text went wrong');
    expect(await run('status')).toContain('kill switch: ON');
    await us.on(plusMinutes(due, 60));
    expect(us.notes()).toHaveLength(0);
    await run('resume-notes', 'mended');
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(1);
  });

  test('closes the breaker, and the note that waited goes (S5)', async () => {
    running.local.standIn.faults.add({ kind: 'reject', code: 20_003 });
    await us.on(await us.joins());
    expect(await run('status')).toContain('breaker of texts: ON');
    await run('close-breaker', 'token mended');
    await us.minutesOn(60);
    expect(us.notes()).toHaveLength(1);
  });

  test('closes the breaker of mails, and of nothing else (S5)', async () => {
    for (const channel of ['sms', 'email'] as const) await openBreaker(running.local.services, channel, 'test');
    expect(await run('close-mail-breaker', 'out of the sandbox')).toBe('breaker-email is off: out of the sandbox');
    const status = await run('status');
    expect(status).toContain('breaker of mails: off');
    expect(status).toContain('breaker of texts: ON');
  });

  test('opts somebody out who rang up, once, with a line in the ledger (O13)', async () => {
    await us.joins();
    expect(await run('opt-out', somebody)).toContain('Opted out');
    expect(await run('opt-out', somebody)).toContain('already');
    await us.on(plusDays(morning, 10));
    expect(us.notes()).toHaveLength(0);
    expect(await run('export', somebody, '--identity-checked')).toContain('"method": "operator"');
  });

  test.each(['opt-out', 'forget'])('reaches the linked mailbox too with %s (O13, P2)', async (name) => {
    const { store } = running.local.services;
    await us.joins();
    const mailbox = { channel: 'email', value: 'robin@example.net' } as const;
    const one = await us.person();
    const two = await store.find(mailbox);
    await store.save({ ...two, consent: 'given', linkedId: one.id });
    await store.save({ ...one, linkedId: two.id });
    await run(name, somebody, '--identity-checked');
    expect((await us.person()).consent).toBe('withdrawn');
    expect((await store.find(mailbox)).consent).toBe('withdrawn');
  });

  test('exports and forgets only after the identity was checked (P1, P2)', async () => {
    await us.joins();
    await expect(run('export', somebody)).rejects.toThrow(UsageError);
    await expect(run('forget', somebody)).rejects.toThrow(UsageError);
    expect(await run('export', somebody, '--identity-checked')).toContain('"programme": "selfcare"');
    expect(await run('forget', somebody, '--identity-checked')).toContain('Erased');
    await us.minutesOn(15);
    expect(running.local.standIn.book.all()).toEqual([]);
    expect(await us.person()).toMatchObject({ consent: 'withdrawn', facts: [] });
  });

  test('is told what is wrong with a number or a missing reason', async () => {
    await expect(run('opt-out', '212 555')).rejects.toThrow('+12125550123');
    await expect(run('stop-notes')).rejects.toThrow('why');
    expect(await run('unknown')).toBe('No message is of unknown fate.');
    expect(await run('replay')).toContain('seen');
  });

  test('reads counts and switches in the status, never a number (P8)', async () => {
    await us.on(await us.joins());
    expect(await run('status')).not.toContain(somebody);
  });
});
