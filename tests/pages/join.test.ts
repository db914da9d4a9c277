import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPages, type OpenPages, wordsOf } from './open-pages.ts';

const mailbox = 'robin@example.org';
const gated = { programme: 'patience', zone: 'America/Denver' };
const noToAll = { afraid: 'no', harmed: 'no', apart: 'no' };
const last = { step: 'ask', programme: 'selfcare', zone: 'America/Denver', email: mailbox, adult: 'on', wording: 'mail.consent-plain' };

let pages: OpenPages;
beforeEach(async () => {
  pages = await openPages();
});
afterEach(() => pages.running.close());

const press = async (fields: Record<string, string>) => {
  const response = await pages.press('/join', fields);
  return { status: response.status, words: await wordsOf(response.clone()), page: await response.text() };
};
const nobody = async () => expect(await pages.mail.person()).toMatchObject({ version: 0, consent: 'none' });

describe('the sign-up page', () => {
  test.each(['GET', 'HEAD'])('changes nothing by %s (E3)', async (method) => {
    const response = await pages.app.request(`/join?email=${mailbox}&step=ask&programme=selfcare&zone=America/Denver&adult=on`, { method });
    expect(response.status).toBe(200);
    await nobody();
    expect(pages.mail.sent).toEqual([]);
  });

  test('finds the zone of a town, which goes before the list', async () => {
    const { page } = await press({ ...gated, programme: 'selfcare', town: 'Halifax', step: 'choose' });
    expect(page).toContain('value="America/Halifax" selected');
  });

  test.each([
    [{ programme: 'selfcare', town: 'Nowhere at all' }, 'Choose a town from the list'],
    [{ programme: 'selfcare', zone: 'Mars/Olympus' }, 'Choose a town from the list'],
    [{ zone: 'America/Denver' }, 'Choose the notes first'],
    [{ programme: '__proto__', zone: 'America/Denver' }, 'Choose the notes first'],
    [{ programme: 'selfcare', town: 'constructor' }, 'Choose a town from the list'],
    [{}, 'Choose the notes first'],
  ])('asks again after %o', async (fields, says) => {
    const { status, words } = await press({ step: 'choose', ...fields });
    expect([status, words.includes(says)]).toEqual([400, true]);
  });

  test.each([
    ['en-GB,en;q=0.9', 'Europe/London'],
    ['en-ie', 'Europe/Dublin'],
    ['en-NZ', 'Pacific/Auckland'],
  ])('offers a browser of %s the zone %s', async (language, zone) => {
    expect(await (await pages.open('/join', { 'accept-language': language })).text()).toContain(`value="${zone}" selected`);
  });

  test.each(['en-US,en', 'de', '', '-GB-'])('guesses nothing for a browser of "%s": a wrong zone is a note at night', async (language) => {
    expect(await (await pages.open('/join', { 'accept-language': language })).text()).not.toMatch(/<option[^>]*selected/);
  });
});

describe('the three questions', () => {
  test.each(['firstweek', 'patience', 'boundaries', 'balance28', 'hardtalk'])('come before %s (O16)', async (programme) => {
    expect((await press({ ...gated, programme, step: 'choose' })).words).toContain('Three questions first');
  });

  test('do not come before the notes that are open to everybody', async () => {
    expect((await press({ ...gated, programme: 'selfcare', step: 'choose' })).words).not.toContain('Three questions');
  });

  test.each([
    [{ afraid: 'yes' }, 'You deserve to be safe'],
    [{ harmed: 'yes' }, 'You deserve to be safe'],
    [{ afraid: 'unsaid', harmed: 'yes', apart: 'yes' }, 'You deserve to be safe'],
    [{ apart: 'yes' }, 'When someone asks for no contact'],
    [{ afraid: 'unsaid', apart: 'yes' }, 'When someone asks for no contact'],
  ])('lead %o to words, to lines of the region and to the gentle notes alone (X18)', async (answers, says) => {
    const { words, page } = await press({ ...gated, step: 'questions', ...noToAll, ...answers });
    expect(words).toContain(says);
    expect(words).toContain('988');
    expect([...page.matchAll(/name="programme" value="(\w+)"/g)].map(([, id]) => id)).toEqual(['selfcare']);
    expect(page).toContain('<title>Sign up</title>');
  });

  test.each([{ afraid: 'unsaid' }, { apart: 'unsaid' }, { afraid: '' }, { harmed: 'NO' }])(
    'take %o for no answer: gentle notes first, the first choice beside',
    async (answers) => {
      const { words, page } = await press({ ...gated, step: 'questions', ...noToAll, ...answers });
      expect(words).toContain('You need not say');
      expect([...page.matchAll(/name="programme" value="(\w+)"/g)].map(([, id]) => id)).toEqual(['selfcare', 'patience']);
    },
  );

  test('store nothing, whatever is answered', async () => {
    await press({ ...gated, step: 'questions', ...noToAll, afraid: 'yes' });
    await nobody();
    expect(pages.mail.sent).toEqual([]);
  });
});

describe('the last step', () => {
  test.each([
    ['America/Denver', 'on', 'consent-contact', 'your notes'],
    ['America/Denver', '', 'consent-contact', 'Waiting well'],
    ['Europe/London', '', 'consent-contact-ukie', 'clear consent'],
    ['Europe/Dublin', '', 'consent-contact-ukie', 'clear consent'],
  ])('shows the wording of %s before the address (O11, O12)', async (zone, isPrivate, wording, says) => {
    const { words, page } = await press({ ...gated, zone, isPrivate, step: 'questions', ...noToAll });
    expect(page).toContain(`name="wording" value="mail.${wording}"`);
    expect(words).toContain(says);
    for (const part of ['up to 1 a day', 'Automated', '18+', 'SLOWER, PAUSE or STOP', 'Privacy:']) expect(words).toContain(part);
  });

  test.each([
    [{ email: 'not an address' }, 'That is not an address'],
    [{ email: 'a@b\r\nBcc: c@example.org' }, 'That is not an address'],
    [{ email: '' }, 'That is not an address'],
    [{ pin: '123' }, 'A PIN has four to eight digits'],
    [{ pin: '12345678901' }, 'A PIN has four to eight digits'],
    [{ adult: '' }, 'The notes are for adults'],
  ])('asks again after %o and sends nothing', async (fields, says) => {
    const { status, words } = await press({ ...last, ...fields });
    expect([status, words.includes(says)]).toEqual([400, true]);
    expect(pages.mail.sent).toEqual([]);
  });

  test('repeats no PIN and no markup on the page', async () => {
    const { page } = await press({ ...last, email: '"><script>alert(1)</script>', pin: '13579' });
    expect(page).not.toContain('13579');
    expect(page).not.toContain('<script');
  });

  test('shows a wording that changed with the zone before anything is sent', async () => {
    const { status, page } = await press({ ...last, zone: 'Europe/Dublin' });
    expect([status, page.includes('mail.consent-plain-ukie')]).toEqual([200, true]);
    expect(pages.mail.sent).toEqual([]);
  });

  test('mails a link, and nothing counts yet (E4)', async () => {
    const { status, words } = await press({ ...last, isPrivate: 'on', pin: '2468' });
    expect([status, words.includes('Look into your mailbox')]).toEqual([200, true]);
    expect(pages.mail.sent.map(({ to }) => to)).toEqual([mailbox]);
    expect(await pages.mail.person()).toMatchObject({
      consent: 'none',
      offer: { programme: 'selfcare', settings: { isPrivate: true, zone: 'America/Denver' } },
    });
  });

  test('says the same of a new, a known, a suppressed and a tired mailbox (E4)', async () => {
    const fresh = await press({ ...last, email: 'new@example.org' });
    await pages.mail.joins();
    const known = await press(last);
    await pages.press(`/unsubscribe?t=${await pages.mail.token('unsubscribe')}`);
    const suppressed = await press(last);
    const tired = await press({ ...last, email: 'new@example.org' }).then(() => press({ ...last, email: 'new@example.org' }));
    expect([known, suppressed, tired]).toEqual([fresh, fresh, fresh]);
  });
});
