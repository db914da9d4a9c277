import { plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenIn } from '../support/mailing.ts';
import { monday, openPages, type OpenPages, wordsOf } from './open-pages.ts';

let pages: OpenPages;
beforeEach(async () => {
  pages = await openPages();
});
afterEach(() => pages.running.close());

const words = async (path: string, fields: Record<string, string>) => wordsOf(await pages.press(path, fields));

describe('the page of a check-in', () => {
  let path: string;
  beforeEach(async () => {
    const due = await pages.mail.joins({ programme: 'firstweek' });
    await pages.mail.on(due);
    path = `/check-in?t=${tokenIn(pages.mail.mailTo(), 'check_in')}`;
  });

  test('records nothing when a scanner opens all five links (E3)', async () => {
    for (const value of [1, 2, 3, 4, 5])
      for (const method of ['GET', 'HEAD']) expect((await pages.app.request(`${path}&value=${value}`, { method })).status).toBe(200);
    expect((await pages.mail.person()).bands).toEqual([]);
  });

  test('puts the number of the link first, as a button, and none where the link has no number of ours', async () => {
    expect(await wordsOf(await pages.open(`${path}&value=2`))).toContain('Send 2, low');
    for (const value of ['', '9', '<b>', '0']) expect(await wordsOf(await pages.open(`${path}&value=${value}`))).not.toContain('Send ');
  });

  test('records a number once and says the same of a low one and a good one', async () => {
    const low = await words(path, { value: '1' });
    expect(await words(path, { value: '5' })).toBe(low);
    expect((await pages.mail.person()).bands.map(({ value }) => value)).toEqual([1]);
    expect(low).toContain('phone numbers for help now');
  });

  test.each([{}, { value: '0' }, { value: '6' }, { value: 'one' }])('asks again after %o', async (fields) => {
    expect((await pages.press(path, fields)).status).toBe(400);
    expect((await pages.mail.person()).bands).toEqual([]);
  });

  test('says kindly that a question is closed after 36 hours', async () => {
    pages.running.local.clock.moveTo(plusHours((await pages.mail.person()).enrolment!.checkIn!.askedAt, 37));
    expect(await words(path, { value: '3' })).toContain('This one is closed');
    expect((await pages.mail.person()).bands).toEqual([]);
  });
});

describe('the page of what we hold', () => {
  const pathOf = async () => `/my-data?t=${await pages.mail.token('data')}`;

  test('names neutral categories without a PIN (P1)', async () => {
    await pages.mail.joins({ programme: 'patience', pin: '2468' });
    const said = await wordsOf(await pages.open(await pathOf()));
    expect(said).toContain('Your settings');
    expect(said).not.toMatch(/patience|Waiting well|robin@/);
  });

  test('shows all of it for the PIN, and no more after five wrong ones (P1)', async () => {
    await pages.mail.joins({ programme: 'patience', pin: '2468' });
    const path = await pathOf();
    expect(await words(path, { pin: '2468' })).toMatch(/patience.*Proof of your choices.*given/);
    expect(await words(path, { pin: '12' })).toContain('A PIN has four to eight digits');
    for (let tries = 0; tries < 5; tries++) expect(await words(path, { pin: '1111' })).toContain('That is not the PIN');
    expect(await words(path, { pin: '2468' })).toContain('Too many tries today');
  });

  test('asks for no PIN where none was set', async () => {
    await pages.mail.joins();
    const page = await (await pages.open(await pathOf())).text();
    expect(page).not.toContain('name="pin"');
    expect(await words(await pathOf(), { pin: '0000' })).not.toContain('Proof of your choices:');
  });

  test('is closed after a day', async () => {
    await pages.mail.joins();
    const path = await pathOf();
    pages.running.local.clock.moveTo(plusHours(monday, 25));
    expect((await pages.open(path)).status).toBe(404);
  });
});

describe('the page to erase', () => {
  let path: string;
  beforeEach(async () => {
    await pages.mail.joins();
    path = `/forget?t=${await pages.mail.token('forget')}`;
  });

  test.each(['GET', 'HEAD'])('erases nothing by %s (E3)', async (method) => {
    const before = await pages.mail.person();
    expect((await pages.app.request(`${path}&step=confirm`, { method })).status).toBe(200);
    expect(await pages.mail.person()).toEqual(before);
  });

  test('erases after two buttons within ten minutes, and warns of what goes (P2)', async () => {
    expect(await wordsOf(await pages.open(path))).toContain('keep a copy first');
    expect(await words(path, { step: 'ask' })).toContain('Really erase it?');
    expect(await words(path, { step: 'confirm' })).toContain('Erased');
    expect((await pages.mail.person()).enrolment).toBeUndefined();
  });

  test.each([
    ['without the first button', 0],
    ['eleven minutes after it', 11],
  ])('erases nothing by the second button %s (P2)', async (_, minutes) => {
    if (minutes > 0) await pages.press(path, { step: 'ask' });
    pages.running.local.clock.moveTo(plusMinutes(monday, minutes));
    expect(await words(path, { step: 'confirm' })).toContain('nothing was erased');
    expect((await pages.mail.person()).enrolment).toBeDefined();
  });
});
