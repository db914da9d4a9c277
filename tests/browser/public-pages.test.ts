import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { plusHours } from '@breathing-room/core/domain/instant';
import { freePort } from '@breathing-room/local/engine';
import { listen } from '@breathing-room/local/local-service';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPages, type OpenPages } from '../pages/open-pages.ts';
import { browserPath, openBrowser, watchPage } from '../support/browser.ts';
import { tokenIn } from '../support/mailing.ts';

if (browserPath === undefined) process.stdout.write('skipped: no browser\n');

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A folder for a picture of each page, for eyes to look at. */
const pictures = process.env.PICTURES;
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

interface State {
  name: string;
  /** The heading it bears: a closed page would be faultless, too. */
  says: string;
  path: string;
  /** A form sent to that address; without one the page is only opened. */
  fields?: Record<string, string>;
}

const choice = { programme: 'patience', zone: 'America/Denver' };
const answers = (afraid: string, apart: string) => ({ ...choice, step: 'questions', afraid, harmed: 'no', apart });

describe.skipIf(browserPath === undefined)('the public pages in a browser', () => {
  let browser: Browser;
  let pages: OpenPages;
  let server: Server;
  let url: string;
  let states: State[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    pages = await openPages();
    const port = await freePort(0);
    server = await listen(pages.app, port);
    url = `http://127.0.0.1:${port}`;
    states = await everyState(pages);
  });
  afterEach(async () => {
    server.close();
    await pages.running.close();
  });
  afterAll(() => browser.close());

  const visit = async (page: Page, { path, fields }: State): Promise<void> => {
    if (fields === undefined) {
      await page.goto(url + path);
      return;
    }
    await page.goto(`${url}/privacy`);
    const sent = page.waitForNavigation();
    await page.evaluate(submitForm, { path, fields });
    await sent;
  };

  const faults = (page: Page): Promise<unknown> =>
    page.evaluate(`${axeSource}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations, incomplete }) =>
    [...violations, ...incomplete].map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);

  test.each([
    ['light', 360],
    ['dark', 360],
    ['light', 1280],
    ['dark', 1280],
  ] as const)(
    'have no fault axe can find, in %s at %i px, run no script and ask nobody else for anything (P7)',
    async (colorScheme, width) => {
      const page = await browser.newPage({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
        javaScriptEnabled: true,
      });
      const misdeeds = watchPage(page, url);
      const found: Record<string, unknown> = {};
      for (const state of states) {
        await visit(page, state);
        const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        found[state.name] = [await page.locator('h1').innerText(), await faults(page), wide ? 'too wide' : 'fits'];
        if (pictures !== undefined)
          await page.screenshot({ path: `${pictures}/${state.name}-${colorScheme}-${width}.png`, fullPage: true });
      }
      await page.close();
      expect(found).toEqual(Object.fromEntries(states.map(({ name, says }) => [name, [says, [], 'fits']])));
      expect(misdeeds.foreignRequests).toEqual([]);
      expect(misdeeds.errors.filter((error) => !/status of 40[04]/.test(error))).toEqual([]);
    },
    120_000,
  );

  test('would not hide a fault from axe', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/join`);
    await page.evaluate("document.querySelector('h1').style.color = '#f0f0f0'; document.querySelector('label[for=zone]').remove()");
    const found = await faults(page);
    await page.close();
    expect(found).toEqual([expect.stringContaining('color-contrast: <h1'), expect.stringContaining('select-name: <select')]);
  });

  test('fit a screen of 320 px', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    for (const state of states) {
      await visit(page, state);
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(state.name);
    }
    await page.close();
    expect(wide).toEqual([]);
  });

  test('lead from the first page to notes by mail without a script (E4)', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('link', { name: 'Get notes by e-mail' }).first().click();
    await page.getByLabel('Waiting well').check();
    await page.getByLabel('Your town or state').fill('Denver');
    await page.getByRole('button', { name: 'Go on' }).click();
    for (const no of await page.getByLabel('No', { exact: true }).all()) await no.check();
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.getByLabel('A town with your time').inputValue()).toBe('America/Denver');
    await page.getByLabel('Your e-mail address').fill('sam@example.org');
    await page.getByLabel('I am 18 or older').check();
    await page.getByRole('button', { name: 'Send me that mail' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Look into your mailbox');
    await page.goto(`${url}/confirm?t=${tokenIn(pages.mail.mailTo('sam@example.org'), 'confirm')}`);
    await page.getByRole('button', { name: 'Yes, start the notes' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Done');
    expect(await pages.mail.services.store.find({ channel: 'email', value: 'sam@example.org' })).toMatchObject({
      consent: 'given',
      zone: 'America/Denver',
      enrolment: { programme: 'patience' },
    });
    await context.close();
  });

  test('play the phone in less than five seconds and then stand still (WCAG 2.2.2)', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    const ends = await page.evaluate('document.getAnimations().map((animation) => animation.effect.getComputedTiming().endTime)');
    await page.close();
    expect(ends).toHaveLength(4);
    expect(Math.max(...(ends as number[]))).toBeLessThan(5000);
  });
});

/** Each page and each thing it can say, for a person who joined by mail with a PIN. */
async function everyState({ mail, running }: OpenPages): Promise<State[]> {
  await mail.joins({ programme: 'firstweek', pin: '2468' });
  await mail.asks({ email: 'kim@example.org', programme: 'patience' });
  const confirm = tokenIn(mail.mailTo('kim@example.org'), 'confirm');
  const asked = (await mail.person()).enrolment!.dueAt!;
  await mail.on(asked);
  const checkIn = tokenIn(mail.mailTo(), 'check_in');
  running.local.clock.moveTo(plusHours(asked, 1));
  const [settings, unsubscribe, data, forget] = await Promise.all(
    (['preferences', 'unsubscribe', 'data', 'forget'] as const).map((purpose) => mail.token(purpose)),
  );
  const join = (name: string, says: string, fields: Record<string, string>): State => ({ name, says, path: '/join', fields });
  const set = (name: string, says: string, fields: Record<string, string>): State => ({
    name,
    says,
    path: `/preferences?t=${settings}`,
    fields,
  });
  return [
    { name: 'landing', says: 'When someone you love pulls away', path: '/' },
    { name: 'help-now', says: 'Talk to a person now', path: '/help-now' },
    { name: 'privacy', says: 'Privacy', path: '/privacy' },
    { name: 'closed', says: 'This page is not open', path: '/confirm' },
    { name: 'join', says: 'Calm notes, by e-mail', path: '/join' },
    join('join-wrong', 'Calm notes, by e-mail', { step: 'choose', programme: 'nothing', town: 'Nowhere' }),
    join('join-questions', 'Three questions first', { ...choice, step: 'choose' }),
    join('join-safe', 'You deserve to be safe', answers('yes', 'no')),
    join('join-no-contact', 'When someone asks for no contact', answers('no', 'yes')),
    join('join-unsaid', 'You need not say', answers('unsaid', 'no')),
    join('join-address', 'Where to?', answers('no', 'no')),
    join('join-address-wrong', 'Where to?', { ...choice, step: 'ask', email: 'not an address', pin: '12' }),
    join('join-asked', 'Look into your mailbox', {
      ...choice,
      step: 'ask',
      email: 'lee@example.org',
      adult: 'on',
      wording: 'mail.consent-contact',
    }),
    { name: 'confirm', says: 'One last step', path: `/confirm?t=${confirm}` },
    { name: 'confirm-done', says: 'Done', path: `/confirm?t=${confirm}`, fields: {} },
    { name: 'confirm-again', says: 'That is done already', path: `/confirm?t=${confirm}` },
    { name: 'check-in', says: 'How are you today?', path: `/check-in?t=${checkIn}` },
    { name: 'check-in-chosen', says: 'How are you today?', path: `/check-in?t=${checkIn}&value=2` },
    { name: 'check-in-noted', says: 'Noted', path: `/check-in?t=${checkIn}`, fields: { value: '2' } },
    { name: 'settings', says: 'Your settings', path: `/preferences?t=${settings}` },
    set('settings-saved', 'Your settings', { kind: 'pace', pace: 'weekly' }),
    set('settings-wrong', 'Your settings', { kind: 'link_phone', phone: 'one two' }),
    set('settings-programme', 'Waiting well', { kind: 'programme', programme: 'patience' }),
    set('settings-safe', 'You deserve to be safe', {
      kind: 'programme',
      programme: 'patience',
      step: 'agreed',
      isAsked: 'on',
      afraid: 'yes',
    }),
    set('settings-rest', 'Your settings', { kind: 'pause' }),
    set('settings-phone', 'Your settings', { kind: 'link_phone', phone: '+1 212 555 0123' }),
    { name: 'my-data', says: 'What we hold', path: `/my-data?t=${data}` },
    { name: 'my-data-wrong', says: 'What we hold', path: `/my-data?t=${data}`, fields: { pin: '1111' } },
    { name: 'my-data-full', says: 'What we hold', path: `/my-data?t=${data}`, fields: { pin: '2468' } },
    { name: 'forget', says: 'Erase what we hold?', path: `/forget?t=${forget}` },
    { name: 'forget-sure', says: 'Really erase it?', path: `/forget?t=${forget}`, fields: { step: 'ask' } },
    { name: 'unsubscribe', says: 'No more mail?', path: `/unsubscribe?t=${unsubscribe}` },
  ];
}

/** Runs in the page. */
function submitForm({ path, fields }: { path: string; fields: Record<string, string> }): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = path;
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}
