import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understand } from '@breathing-room/core/domain/understand';
import { example } from '../../packages/functions/src/pages/phone-picture.tsx';
import { openPages, type OpenPages, wordsOf } from './open-pages.ts';

describe('the first page', () => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.running.close());

  test('names the number of the settings, in groups, with a link that writes the text', async () => {
    const page = await (await pages.open('/')).text();
    expect(page).toContain('href="sms:+15005550006?body=SPACE"');
    expect(page).toContain('+1 500 555 0006');
  });

  test('names every programme by title and word, and puts none of them into an address (E3)', async () => {
    const page = await (await pages.open('/')).text();
    const { programmes } = pages.mail.services.guide.content;
    expect(Object.values(programmes).filter(({ title, word }) => !page.includes(title) || !page.includes(`JOIN ${word}`))).toEqual([]);
    const addresses = [...page.matchAll(/href="([^"]+)"/g)].map(([, address]) => address!.toLowerCase());
    expect(Object.keys(programmes).filter((id) => addresses.some((address) => address.includes(id)))).toEqual([]);
  });

  test('shows answers that the service really gives to these texts', () => {
    const { lexicon } = pages.mail.services.guide;
    const read = example.map(({ said }) => understand(said, { checkInOpen: false, gateOpen: false, isOptedOut: false }, lexicon));
    expect(read).toMatchObject(example.map(({ topic }) => ({ topic })));
  });

  test('gives the lines of every region, and claims no proof and no promise (X7)', async () => {
    const words = await wordsOf(await pages.open('/'));
    for (const { emergency } of Object.values(pages.mail.services.guide.content.helplines))
      expect(words).toContain(emergency.slice(1).replaceAll(/(\d+)/g, ' $1 ').trimEnd().replaceAll(/ {2,}/g, ' '));
    expect(words).not.toMatch(/\bproven\b|guarantee|win them back/i);
    expect(words).toContain('No study has tested this service');
  });

  test('offers mail alone where no number is set', async () => {
    const bare = await openPages({});
    const page = await (await bare.open('/')).text();
    await bare.running.close();
    expect(page).not.toMatch(/sms:\+|Text SPACE|JOIN WEEK/);
    expect(page).toContain('Get notes by e-mail');
  });
});

describe('the page of help', () => {
  let pages: OpenPages;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.running.close());

  test('names each line of each region with its hours (X7)', async () => {
    const words = await wordsOf(await pages.open('/help-now'));
    const lines = Object.values(pages.mail.services.guide.content.helplines).flatMap((region) => region.lines);
    expect(lines.filter(({ name, hours }) => !words.includes(name) || !words.includes(hours))).toEqual([]);
  });

  test('opens a call for a number to call and a text for a number to text', async () => {
    const page = await (await pages.open('/help-now')).text();
    for (const address of [
      'tel:988',
      'sms:741741',
      'tel:18007997233',
      'https://thehotline.org',
      'sms:88788',
      'tel:116123',
      'sms:85258',
      'tel:999',
    ])
      expect(page).toContain(`href="${address}"`);
    expect(page).not.toContain('tel:55"');
  });

  test('leaves out a line that was withdrawn (X7)', async () => {
    const { guide } = pages.mail.services;
    const first = guide.content.helplines.US.lines.find(({ name }) => name === 'Crisis Text Line');
    first!.withdrawn = true;
    expect(await wordsOf(await pages.open('/help-now'))).not.toContain('Crisis Text Line');
    delete first!.withdrawn;
  });
});
