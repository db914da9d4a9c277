import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MailNotTakenError, receiveMail } from '@breathing-room/core/actions/receive-mail';
import { plusHours } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing, tokenIn } from '../support/mailing.ts';
import { morning } from '../support/sending.ts';

let running: TestLocal;
let us: ReturnType<typeof mailing>;

beforeEach(async () => {
  running = await startLocal({ frozen: morning });
  us = mailing(running);
});
afterEach(() => running.close());

const unproven = { verdict: 'unproven' } as const;
/** Everything about a person but the count of answers. */
const settledParts = ({ facts: _, today: __, version: ___, wakeAt: ____, ...rest }: Subscriber) => rest;

describe('joining by mail', () => {
  test('asks for the town, then mails a link, and begins by that link only (E4, E5)', async () => {
    expect((await us.writes('patience', { to: 'join@example.org', subject: 'hello' }))[0]).toContain('ZONE DENVER');
    const [asked] = await us.writes('ZONE DENVER');
    expect(asked).toContain('up to 1 a day');
    expect(await us.person()).toMatchObject({ offer: { programme: 'patience' }, region: 'US', consent: 'none' });
    expect((await us.writes('GO'))[0]).toContain('the page in our last mail');
    expect(await us.person()).not.toHaveProperty('enrolment');
    expect(await us.ledger()).toEqual([]);
    expect(await us.confirms(tokenIn(us.sent[1]!, 'confirm'))).toBe('confirmed');
    expect((await us.person()).enrolment?.programme).toBe('patience');
  });

  test.each(['', 'Hi there, what do you have?', 'Whatever helps'])('without a programme shows the choice for "%s"', async (words) => {
    expect((await us.writes(words, { to: 'join@example.org', subject: 'Hi' }))[0]).toContain('JOIN WEEK');
  });

  test.each([
    ['Please send me the PATIENCE notes', 'patience'],
    ['week', 'firstweek'],
    ['BOUNDARY, please.', 'boundaries'],
  ])('takes "%s" as %s', async (words, programme) => {
    await us.writes(words, { to: 'join@example.org', subject: 'Hi' });
    expect((await us.person()).offer?.programme).toBe(programme);
  });

  test.each(['I want to die', 'STOP', 'he hit me'])('at join@ still reads "%s" first (X1)', async (words) => {
    await us.writes(words, { to: 'join@example.org', subject: 'Hi' });
    expect((await us.person()).offer).toBeUndefined();
    expect(us.sent[0]?.text).not.toContain('JOIN WEEK');
  });

  test('sends two links a day at most (E4)', async () => {
    await us.writes('JOIN SELFCARE');
    await us.writes('ZONE DENVER');
    await us.writes('JOIN SELFCARE');
    us.sent.length = 0;
    expect(await us.writes('JOIN PATIENCE')).toEqual([]);
  });

  test('lets an unsubscribed person come back by their own mail and a new link (O15)', async () => {
    await us.joins();
    running.local.clock.moveTo(plusHours(morning, 1));
    await us.writes('STOP');
    running.local.clock.moveTo(plusHours(morning, 2));
    await us.writes('JOIN SELFCARE');
    expect((await us.person()).consent).toBe('withdrawn');
    await us.confirms(tokenIn(us.mailTo(), 'confirm'));
    expect((await us.ledger()).map(({ kind }) => kind)).toEqual(['given', 'withdrawn', 'given']);
  });
});

describe('a mail nobody proved', () => {
  test.each([
    'PAUSE',
    'FASTER',
    'JOIN PATIENCE',
    'FORGET ME',
    'MY DATA',
    'RESUME',
    'GO',
    'ZONE DENVER',
    'TIME 11',
    'PRIVATE',
    'START',
    '4',
    'I am 15',
    'CALM',
    'what now',
  ])('"%s" changes nothing (E5)', async (words) => {
    await us.joins();
    const before = await us.person();
    await us.writes(words, unproven);
    await us.writes(words, unproven);
    expect(settledParts(await us.person())).toEqual(settledParts(before));
    expect(await us.ledger()).toHaveLength(1);
  });

  test('that wishes to stop ends this mailbox and not the linked phone (E5, O13)', async () => {
    await us.joins();
    const phone = await us.services.store.find({ channel: 'sms', value: '+12125550188' });
    await us.services.store.save({ ...phone, consent: 'given', linkedId: await us.id() });
    const mailbox = await us.person();
    await us.services.store.save({ ...mailbox, linkedId: phone.id });
    expect(await us.writes('STOP', unproven)).toHaveLength(1);
    expect((await us.person()).consent).toBe('withdrawn');
    expect((await us.services.store.findById(phone.id))?.consent).toBe('given');
    expect((await us.ledger()).find(({ kind }) => kind === 'withdrawn')).toMatchObject({
      channel: 'email',
      source: expect.stringMatching(/^in-/) as string,
    });
  });

  test('about danger is answered and rests the notes, without a flag or an end (E5, X1, X3)', async () => {
    await us.joins();
    const [answer] = await us.writes('he hit me again', unproven);
    expect(answer).toContain('1-800-799-7233');
    expect(await us.person()).toMatchObject({ hold: { reason: 'crisis' }, flags: {}, enrolment: { programme: 'selfcare' } });
  });

  test('from a stranger is answered only about danger', async () => {
    expect(await us.writes('CALM', unproven)).toEqual([]);
    expect((await us.person()).version).toBe(0);
    expect(await us.writes('I want to die', unproven)).toHaveLength(1);
  });
});

describe('a mail by machine', () => {
  test.each(['I am on holiday until Monday', '4', 'I want to die', 'JOIN PATIENCE', 'HELP'])(
    '"%s" is neither answered nor taken in (E6)',
    async (words) => {
      await us.joins();
      const before = await us.person();
      expect(await us.writes(words, { isAutomatic: true })).toEqual([]);
      expect(await us.person()).toEqual(before);
    },
  );

  test('with the one word that ends the notes ends them without an answer (O1)', async () => {
    await us.joins();
    expect(await us.writes('unsubscribe', { isAutomatic: true })).toEqual([]);
    expect((await us.person()).consent).toBe('withdrawn');
  });
});

describe('answers by mail', () => {
  test('end after five a day, danger and a wish to stop excepted (E6)', async () => {
    for (const word of ['CALM', 'SPACE', 'TALK', 'WHY', 'HOPE']) expect(await us.writes(word)).toHaveLength(1);
    expect(await us.writes('LONELY')).toEqual([]);
    expect(await us.writes('I want to die')).toHaveLength(1);
    expect(await us.writes('STOP')).toHaveLength(1);
  });

  test('go out once however often the same mail arrives (W9)', async () => {
    const twice = { messageId: 'the-same' };
    expect(await us.writes('CALM', twice)).toHaveLength(1);
    expect(await us.writes('CALM', twice)).toEqual([]);
  });

  test('that were not taken are owed: the mail is tried again', async () => {
    us.answers.push({ kind: 'throttled', code: 46_429 });
    await expect(us.writes('CALM', { messageId: 'again' })).rejects.toThrow(MailNotTakenError);
    expect(await us.writes('CALM', { messageId: 'again' })).toHaveLength(1);
    expect(await us.writes('CALM', { messageId: 'again' })).toEqual([]);
  });

  test('of unknown fate are not sent again (S2)', async () => {
    us.answers.push({ kind: 'unknown' });
    await us.writes('CALM', { messageId: 'perhaps' });
    expect(await us.writes('CALM', { messageId: 'perhaps' })).toEqual([]);
  });

  test('stay out where somebody may be reading along, and notes rest (X13)', async () => {
    await us.joins();
    expect(await us.writes("please don't reply, he is here")).toEqual([]);
    expect((await us.person()).hold?.reason).toBe('quiet');
  });

  test('to danger come with the database down (X3)', async () => {
    const down = { ...us.services, store: { ...us.services.store, find: () => Promise.reject(new Error('down')) } };
    const mail = {
      messageId: 'm',
      from: 'robin@example.org',
      to: 'notes@example.org',
      subject: '',
      verdict: 'unproven',
      isAutomatic: false,
    } as const;
    await receiveMail(down, { ...mail, ownWords: 'I want to die' });
    expect(us.sent).toHaveLength(1);
    await expect(receiveMail(down, { ...mail, ownWords: 'CALM' })).rejects.toThrow('down');
  });

  test.each([
    ['STOP', ''],
    ['unsubscribe', '  \n'],
  ])('read a subject of "%s" where nothing else was written (O1)', async (subject, ownWords) => {
    await us.joins();
    await us.writes(ownWords, { subject });
    expect((await us.person()).consent).toBe('withdrawn');
  });

  test('read danger in a fresh subject, and not in the subject of our own mail (X1, E11)', async () => {
    await us.writes('please help', { subject: 'I want to die' });
    expect(us.sent[0]?.text).toContain('This line is automated; nobody reads or acts on it.');
    us.sent.length = 0;
    await us.writes('CALM', { subject: 'Re: STOP' });
    expect((await us.person()).consent).toBe('none');
  });

  test('record the number of a check-in from a proven sender (E5)', async () => {
    const due = await us.joins();
    for (let notes = 0, at = due; (await us.person()).enrolment?.checkIn === undefined && notes < 12; notes++) {
      await us.on(at);
      at = (await us.person()).wakeAt!;
    }
    await us.writes('2', unproven);
    expect((await us.person()).bands).toEqual([]);
    await us.writes('2');
    expect((await us.person()).bands).toMatchObject([{ value: 2 }]);
  });

  test('hold no word of the person, and neither does the record (P4, E9)', async () => {
    await us.joins();
    await us.writes('My sister Quetzalina left for Ouagadougou', { subject: 'Quetzalina' });
    const kept = JSON.stringify([await us.person(), await us.ledger(), us.sent]);
    expect(kept).not.toMatch(/Quetzalina|Ouagadougou/);
  });
});
