import { plusHours } from '@breathing-room/core/domain/instant';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { monday, openPages, type OpenPages, wordsOf } from './open-pages.ts';

let pages: OpenPages;
let path: string;
beforeEach(async () => {
  pages = await openPages();
  await pages.mail.joins({ programme: 'selfcare' });
  path = `/preferences?t=${await pages.mail.token('preferences')}`;
});
afterEach(() => pages.running.close());

const change = async (fields: Record<string, string>) => {
  const response = await pages.press(path, fields);
  return { status: response.status, words: await wordsOf(response) };
};
const noToAll = { isAsked: 'on', step: 'agreed', afraid: 'no', harmed: 'no', apart: 'no' };

describe('the page of settings', () => {
  test.each(['GET', 'HEAD'])('changes nothing by %s (E3)', async (method) => {
    const before = await pages.mail.person();
    expect((await pages.app.request(`${path}&kind=pace&pace=weekly`, { method })).status).toBe(200);
    expect(await pages.mail.person()).toEqual(before);
  });

  test.each([
    [{ kind: 'pace', pace: 'weekly' }, { pace: 'weekly' }],
    [{ kind: 'hour', hour: '19' }, { hour: 19 }],
    [{ kind: 'zone', zone: 'Europe/London' }, { zone: 'Europe/London' }],
    [{ kind: 'private', isPrivate: 'on' }, { isPrivate: true }],
    [{ kind: 'pause', days: '7' }, { hold: { reason: 'pause', until: expect.any(String) } }],
    [{ kind: 'pause', days: '' }, { hold: { reason: 'pause' } }],
  ])('saves %o', async (fields, after) => {
    expect(await change(fields)).toMatchObject({ status: 200, words: expect.stringContaining('Saved.') });
    expect(await pages.mail.person()).toMatchObject(after);
  });

  test.each([
    {},
    { kind: 'nonsense' },
    { kind: 'pace', pace: 'hourly' },
    { kind: 'hour', hour: '3' },
    { kind: 'zone', zone: 'Mars/Olympus' },
    { kind: 'pause', days: '-1' },
    { kind: 'programme', programme: 'constructor' },
    { kind: 'programme', programme: '__proto__', step: 'agreed' },
    { kind: '__proto__' },
    { kind: 'link_phone', phone: 'one two three' },
  ])('reads no change in %o and leaves all as it was', async (fields) => {
    const before = await pages.mail.person();
    expect(await change(fields)).toMatchObject({ status: 400, words: expect.stringContaining('nothing was changed') });
    expect(await pages.mail.person()).toEqual(before);
  });

  test('lets notes rest and go on', async () => {
    await change({ kind: 'pause' });
    expect(await change({ kind: 'resume' })).toMatchObject({ words: expect.stringContaining('Notes are on.') });
    expect((await pages.mail.person()).hold).toBeUndefined();
  });

  test('says nothing of danger where notes rest for it, and asks the three questions first (X5, X14)', async () => {
    await pages.mail.writes('SAFE');
    const words = await wordsOf(await pages.open(path));
    expect(words).toContain('Notes rest until you wish for more.');
    expect(words).not.toMatch(/danger|unsafe|SAFE|crisis text/);
    expect(await change({ kind: 'resume' })).toMatchObject({ words: expect.stringContaining('Three questions come first') });
    expect(await change({ kind: 'resume', ...noToAll, harmed: 'yes' })).toMatchObject({
      words: expect.stringContaining('You deserve to be safe'),
    });
    expect((await pages.mail.person()).hold).toBeDefined();
    await change({ kind: 'resume', ...noToAll });
    expect((await pages.mail.person()).hold).toBeUndefined();
  });

  test('shows what other notes ask one to agree to, and starts them only after three times no (X18, O12)', async () => {
    const asked = await change({ kind: 'programme', programme: 'patience' });
    expect(asked.words).toMatch(/Waiting well.*you agree to these mails.*afraid of this person/);
    await change({ kind: 'programme', programme: 'patience', ...noToAll, apart: 'yes' });
    await change({ kind: 'programme', programme: 'patience', ...noToAll, afraid: '' });
    await change({ kind: 'programme', programme: 'patience', step: 'agreed' });
    expect((await pages.mail.person()).enrolment?.programme).toBe('selfcare');
    await change({ kind: 'programme', programme: 'patience', ...noToAll });
    expect((await pages.mail.person()).enrolment?.programme).toBe('patience');
    const proofs = (await pages.mail.ledger()).map(({ programme, wording }) => [programme, wording?.id]);
    expect(proofs).toContainEqual(['patience', 'mail.consent-contact']);
  });

  test('asks a phone to agree for itself before it is linked (O13)', async () => {
    expect(await change({ kind: 'link_phone', phone: '+1 (212) 555-0123' })).toMatchObject({
      words: expect.stringContaining('Now text EMAIL'),
    });
    expect((await pages.mail.person()).linkedId).toBeUndefined();
  });

  test('names no programme under PRIVATE', async () => {
    await change({ kind: 'private', isPrivate: 'on' });
    expect(await (await pages.open(path)).text()).not.toMatch(/checked[^>]*value="selfcare"|value="selfcare"[^>]*checked/);
  });

  test('offers no change to a mailbox that unsubscribed', async () => {
    await pages.app.request(`/unsubscribe?t=${await pages.mail.token('unsubscribe')}`, { method: 'POST' });
    const words = await wordsOf(await pages.open(path));
    expect(words).toContain('This mailbox gets no notes');
    await change({ kind: 'programme', programme: 'selfcare', step: 'agreed' });
    expect(await pages.mail.person()).toMatchObject({ consent: 'withdrawn' });
  });

  test('is closed after two weeks', async () => {
    pages.running.local.clock.moveTo(plusHours(monday, 15 * 24));
    expect((await pages.open(path)).status).toBe(404);
    expect((await change({ kind: 'pause' })).status).toBe(404);
  });
});
