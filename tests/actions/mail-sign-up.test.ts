import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmSignUp } from '@breathing-room/core/actions/confirm-sign-up';
import { readSignUp } from '@breathing-room/core/actions/read-sign-up';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { plusDays, plusHours } from '@breathing-room/core/domain/instant';
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

describe('a sign-up by form', () => {
  test('is pending only: no consent, no programme, no setting of the form before the link (E4)', async () => {
    expect(await us.asks({ isPrivate: true, pin: '4711' })).toBe('asked');
    expect(us.sent).toHaveLength(1);
    expect(await us.person()).toMatchObject({ consent: 'none', isPrivate: false, region: 'XX', offer: { programme: 'selfcare' } });
    expect(await us.person()).not.toHaveProperty('enrolment');
    expect(await us.person()).not.toHaveProperty('pinKey');
    expect(await us.ledger()).toEqual([]);
  });

  test('is read without being confirmed, however often a scanner opens its page (E3)', async () => {
    await us.asks();
    const before = await us.person();
    const shown = [
      await readSignUp(us.services, tokenIn(us.mailTo(), 'confirm')),
      await readSignUp(us.services, tokenIn(us.mailTo(), 'confirm')),
    ];
    expect(shown[1]).toEqual({ state: 'pending', consent: expect.stringContaining('up to 1 a day') as string });
    expect(await us.person()).toEqual(before);
  });

  test('begins once by its link, with a line of proof that holds wording and IP (E4, O12)', async () => {
    await us.asks({ pin: '4711' });
    const token = tokenIn(us.mailTo(), 'confirm');
    expect(await us.confirms(token)).toBe('confirmed');
    expect(await us.person()).toMatchObject({
      consent: 'given',
      region: 'US',
      zone: 'America/New_York',
      enrolment: { programme: 'selfcare', nextNote: 1 },
    });
    expect(await us.ledger()).toEqual([
      expect.objectContaining({
        kind: 'given',
        method: 'page',
        channel: 'email',
        programme: 'selfcare',
        source: reader.ip,
        wording: {
          id: expect.stringMatching(/^mail\.consent-/) as string,
          version: us.services.guide.content.version,
          hash: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
        },
      }),
    ]);
    const after = await us.person();
    expect(await us.confirms(token)).toBe('again');
    expect(await us.person()).toEqual(after);
  });

  test('stores the PIN as a keyed hash only, of this person alone (P1)', async () => {
    await us.joins({ pin: '4711' });
    const { pinKey, id } = await us.person();
    expect(pinKey).toBe(us.services.pins.keyOf(id, '4711'));
    expect(pinKey).not.toBe(us.services.pins.keyOf('somebody-else', '4711'));
    expect(JSON.stringify(await us.person())).not.toContain('4711');
  });

  test.each([
    [47, 'confirmed'],
    [48, 'lapsed'],
    [71, 'lapsed'],
  ] as const)('%i hours later its link is %s (E4)', async (hours, outcome) => {
    await us.asks();
    const token = tokenIn(us.mailTo(), 'confirm');
    running.local.clock.moveTo(plusHours(morning, hours));
    expect(await us.confirms(token)).toBe(outcome);
  });

  test('is not begun by a token that was forged or is of another page (E3)', async () => {
    await us.asks();
    const token = tokenIn(us.mailTo(), 'confirm');
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const other of [forged, tokenIn(us.mailTo(), 'unsubscribe'), '', 'x'.repeat(48)]) expect(await us.confirms(other)).toBe('lapsed');
    expect((await us.person()).consent).toBe('none');
  });

  test('sends two confirmation mails a day to one mailbox, and answers the third the same (E4)', async () => {
    const answers = [await us.asks(), await us.asks(), await us.asks(), await us.asks()];
    expect(new Set(answers)).toEqual(new Set(['asked']));
    expect(us.sent).toHaveLength(2);
  });

  test('whose mail was surely not taken may be asked for again the same day', async () => {
    us.answers.push({ kind: 'throttled', code: 46_429 }, { kind: 'rejected', code: 46_400 });
    for (let times = 0; times < 4; times++) await us.asks();
    expect(us.sent).toHaveLength(2);
  });

  test('left unanswered five times is never mailed again, for life (X21)', async () => {
    for (let day = 0; day < 8; day++) {
      await us.on(plusDays(morning, day));
      await us.asks();
      await us.asks();
    }
    expect(us.sent).toHaveLength(5);
  });

  test('says the same of a known, an unknown and an unsubscribed mailbox, and mails the unsubscribed one nothing (E4, O9)', async () => {
    await us.joins();
    expect(await us.asks()).toBe('asked');
    await us.writes('STOP');
    const before = await us.person();
    us.sent.length = 0;
    running.local.clock.moveTo(plusHours(morning, 9));
    expect(await us.asks()).toBe('asked');
    expect(us.sent).toEqual([]);
    expect(await us.person()).toEqual(before);
  });

  test('for somebody in a programme leaves it running until the link is confirmed', async () => {
    await us.joins();
    await us.asks({ programme: 'firstweek' });
    expect((await us.person()).enrolment?.programme).toBe('selfcare');
    await us.confirms();
    expect((await us.person()).enrolment?.programme).toBe('firstweek');
  });

  test('by somebody else does not replace the PIN', async () => {
    await us.joins({ pin: '4711' });
    const { pinKey } = await us.person();
    await us.asks({ pin: '0000' });
    await us.confirms();
    expect((await us.person()).pinKey).toBe(pinKey);
  });

  test('says the consent for the United Kingdom in explicit words (O12)', async () => {
    await us.joins({ zone: 'Europe/London' });
    expect((await us.ledger())[0]?.wording?.id).toMatch(/-ukie$/);
    expect((await us.person()).region).toBe('UK');
  });
});

describe('a note by mail', () => {
  test('goes through claim and hand-over once, with the message id that events bring back (S1)', async () => {
    await us.on(await us.joins());
    const note = us.mailTo();
    expect(await us.person()).toMatchObject({ enrolment: { nextNote: 2 }, owed: { state: 'sent', messageId: note.messageId } });
    expect(note.headers).toHaveProperty('List-Unsubscribe-Post');
  });

  test('of unknown fate is not sent again, goes to the operator after 24 h, and the programme goes on (S2)', async () => {
    const due = await us.joins();
    const before = us.sent.length;
    us.answers.push({ kind: 'unknown' });
    await us.on(due);
    expect((await us.person()).owed?.state).toBe('unknown');
    await us.on(plusHours(due, 1));
    await us.on(plusHours(due, 23));
    expect(us.sent).toHaveLength(before + 1);
    expect((await us.person()).wakeAt).toBe(plusHours(due, 24));
    await us.on(plusHours(due, 24));
    expect(await us.services.store.operatorList()).toHaveLength(1);
    expect(await us.person()).toMatchObject({ enrolment: { nextNote: 2 } });
  });

  test('outside the list of a branch stage is given up at once, and nobody is woken for it', async () => {
    running.local.clock.moveTo(await us.joins());
    us.answers.push({ kind: 'rejected', code: 21_608 });
    expect(await wakeAll(us.services)).toEqual({ 'code.other': 1 });
    expect(await us.person()).toMatchObject({ consent: 'given', enrolment: { nextNote: 2 } });
  });

  test('turned away four times is given up with an alarm, and leaves the mailbox subscribed', async () => {
    const due = await us.joins();
    us.answers.push(...Array.from({ length: 4 }, () => ({ kind: 'rejected', code: 46_400 }) as const));
    await us.on(due);
    for (const minutes of [2, 6, 14]) await us.on(new Date(Date.parse(due) + minutes * 60_000 + 1000).toISOString().replace('.000', ''));
    expect(await us.person()).toMatchObject({ consent: 'given', enrolment: { nextNote: 2 } });
    expect(await us.person()).not.toHaveProperty('owed');
  });
});

test('a link confirmed by two presses at once begins one programme with one line of proof', async () => {
  await us.asks();
  const token = tokenIn(us.mailTo(), 'confirm');
  await Promise.all([confirmSignUp(us.services, token, reader), confirmSignUp(us.services, token, reader)]);
  expect(await us.ledger()).toHaveLength(1);
});
