import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localPage } from '../../packages/local/src/page/local-page.tsx';
import { browserPath, openBrowser, watchPage } from '../support/browser.ts';
import { startLocal, type TestLocal } from '../support/local.ts';

if (browserPath === undefined) process.stdout.write('skipped: no browser\n');

/** A Monday, 10:41 in New York. */
const frozen = '2026-11-23T15:41:00Z';
const desktop = { width: 1280, height: 800 };
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(browserPath === undefined)('the page of the phones', () => {
  let browser: Browser;
  let running: TestLocal;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    running = await startLocal({ frozen });
    running.local.app.route('/', localPage());
  });
  afterEach(async () => {
    await page.close();
    await running.close();
  });

  const open = async (options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    page = await browser.newPage({ viewport: desktop, ...options });
    await page.goto(`${running.url}/phones`);
    await page.locator('.desk').waitFor();
    return page;
  };
  /** Types it, sends it, and waits until it has left the field. */
  const text = async (body: string): Promise<void> => {
    await page.getByLabel(/^Text from/).fill(body);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel(/^Text from/).inputValue()).toBe('');
  };
  const entry = (kind: string) => page.locator(`.entry.${kind}`).last();
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  /** Each rule axe finds broken, or cannot judge where nothing is scrolled out of its sight, with the elements. */
  const faults = (width: number): Promise<unknown> =>
    page.evaluate(`${axeSource}; axe.run().then(({ violations, incomplete }) =>
    [...violations, ...(${width} < 1280 ? [] : incomplete)].map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);

  test('answers SPACE, says why beside it, and announces the answer', async () => {
    await open();
    await text('SPACE');
    const said = await entry('answer').locator('.body').innerText();
    expect(said.length).toBeGreaterThan(40);
    expect(await entry('answer').getByLabel('Why').innerText()).toMatch(/What[^]*Why[^]*SPACE[^]*Why now[^]*They just wrote, and/);
    await expect.poll(() => page.locator('p[role=status]').first().innerText()).toContain(said.slice(0, 30));
  });

  test('counts characters and segments while one types', async () => {
    await open();
    await page.getByLabel(/^Text from/).fill('a'.repeat(161));
    expect(await page.locator('#size').innerText()).toBe('161 characters, 2 segments, GSM-7');
    await page.getByLabel(/^Text from/).fill('👍');
    expect(await page.locator('#size').innerText()).toContain('1 segment, UCS-2');
  });

  test('joins with JOIN PATIENCE and GO and shows Note 1 at the next event', async () => {
    await open();
    await text('JOIN PATIENCE');
    await text('GO');
    const planned = await page.locator('.coming .text').first().innerText();
    await press('To next event');
    await entry('note').waitFor();
    expect(await entry('note').locator('.body').innerText()).toBe(planned);
    expect(planned).toMatch(/^Note 1\. /);
    expect(await entry('note').getByLabel('Why').innerText()).toContain('lies in the allowed hours here');
    expect(await page.locator('.ran').innerText()).toMatch(/^Ran: 1 sent\./);
    expect(await page.locator('.past').innerText()).toContain('Note 1 of patience was sent');
  });

  test('goes on in time while it plays, and stands when paused', async () => {
    await open();
    const now = () => page.locator('.there time').getAttribute('datetime');
    await page.getByLabel('Speed').selectOption({ label: '1 h a second' });
    await press('Play');
    await expect.poll(now, { timeout: 5000 }).not.toBe(frozen);
    await press('Pause');
    await press('+1 day');
    await expect.poll(now, { timeout: 5000 }).toMatch(/^2026-11-24T/);
  });

  test('shows the silence after a second STOP, with its reason', async () => {
    await open();
    await text('STOP');
    await text('STOP');
    await entry('silence').waitFor();
    expect(await page.locator('.entry.answer').count()).toBe(1);
    expect(await entry('silence').innerText()).toMatch(/No answer[^]*opted out[^]*Nothing is owed to this text/);
    expect(await page.locator('.traits').innerText()).toContain('Withdrawn');
  });

  test("shows the carrier's own answer as the carrier's", async () => {
    await running.close();
    running = await startLocal({ frozen, env: { OPT_OUT_MODE: 'default' } });
    running.local.app.route('/', localPage());
    await open();
    await text('STOP');
    await entry('carrier').waitFor();
    expect(await entry('carrier').innerText()).toContain('The carrier, by itself');
    expect(await page.locator('.entry.answer').count()).toBe(0);
  });

  test('keeps two phones in two zones apart', async () => {
    await open();
    await text('SPACE');
    const inNewYork = await page.locator('.there time').innerText();
    await page.getByRole('button', { name: /London/ }).click();
    await page.getByRole('heading', { name: /7700 900123/ }).waitFor();
    expect([inNewYork, await page.locator('.there time').innerText()]).toEqual(['10:41', '15:41']);
    expect(await page.locator('.empty').count()).toBe(1);
    await text('CALM');
    await page.reload();
    await page.getByRole('heading', { name: /7700 900123/ }).waitFor();
    expect(await page.locator('.entry.phone .body').allInnerTexts()).toEqual(['CALM']);
  });

  test("starts with a new number, takes one's own, and refuses what is none", async () => {
    await open();
    await press('Start with a new number');
    await page.getByRole('heading', { name: '+1 212 555 0124' }).waitFor();
    await page.getByLabel('Or one of your own').fill('12');
    await press('Add');
    await expect.poll(() => page.locator('.problem').innerText()).toContain('8 to 15 digits');
    await page.getByLabel('Or one of your own').fill('+33 1 99 00 12 34');
    await press('Add');
    await page.getByRole('heading', { name: '+33199001234' }).waitFor();
    expect(await page.locator('.band').innerText()).toContain('No time zone is known');
  });

  test('is played by keyboard alone', async () => {
    await open();
    const reach = async (wanted: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => `${document.activeElement?.id} ${document.activeElement?.textContent}`);
        if (wanted.test(focused)) return;
      }
      throw new Error(`Tab never came to ${wanted}`);
    };
    await reach(/^draft/);
    await page.keyboard.type('SPACE');
    await page.keyboard.press('Enter');
    await entry('answer').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('draft');
    await page.reload();
    await page.locator('.desk').waitFor();
    await reach(/\+1 day/);
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.there time').getAttribute('datetime')).toMatch(/^2026-11-24/);
    await reach(/London/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /7700 900123/ }).waitFor();
  });

  test('says when the service is gone, keeps the text, and comes back by itself', async () => {
    await open();
    await page.route('**/local/**', (route) => route.abort());
    await page.getByLabel(/^Text from/).fill('SPACE');
    await page.keyboard.press('Enter');
    await page.getByText('The service is not answering').waitFor();
    expect(await page.getByLabel(/^Text from/).inputValue()).toBe('SPACE');
    await page.unroute('**/local/**');
    await page.getByText('The service is not answering').waitFor({ state: 'detached' });
  });

  test('asks no other host and breaks no rule of its content security policy (P7)', async () => {
    page = await browser.newPage({ viewport: desktop });
    const misdeeds = watchPage(page, running.url);
    const response = await page.goto(`${running.url}/phones`);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
    await page.locator('.desk').waitFor();
    await text('JOIN PATIENCE');
    await text('GO');
    await press('To next event');
    await entry('note').waitFor();
    expect(misdeeds).toEqual({ errors: [], foreignRequests: [] });
  });

  test.for([
    ['light', 360],
    ['dark', 360],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('has nothing axe finds wrong, %s at %i pixels', async ([colorScheme, width]) => {
    await open({ colorScheme, viewport: { width, height: 4000 }, reducedMotion: 'reduce' });
    expect(await faults(width)).toEqual([]);
    await page.getByRole('button', { name: /New Zealand/ }).click();
    await page.getByRole('heading', { name: /\+64/ }).waitFor();
    await text('CALM');
    await page.getByRole('button', { name: /New York/ }).click();
    await page.getByRole('heading', { name: /\+1 212/ }).waitFor();
    for (const body of ['SPACE', 'JOIN PATIENCE', 'GO', 'thanks']) await text(body);
    await press('To next event');
    await entry('note').waitFor();
    const closed = page.locator('.why > button[aria-expanded=false]');
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await faults(width)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
