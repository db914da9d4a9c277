import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailboxPages } from '../../packages/local/src/mail/mailbox-pages.tsx';
import { browserPath, openBrowser, watchPage } from '../support/browser.ts';
import { startLocal, type TestLocal } from '../support/local.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(browserPath === undefined)('the mailboxes', () => {
  let browser: Browser;
  let running: TestLocal;
  beforeAll(async () => {
    browser = await openBrowser();
    running = await startLocal({ frozen: '2026-11-23T15:41:00Z' });
    running.local.app.route('/', mailboxPages(running.local.mail));
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  const openBox = async (box: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(`${running.url}/mailboxes?box=${box}`);
    return page;
  };
  const write = async (page: Page, words: string): Promise<void> => {
    await page.locator('main > details').getByLabel('Words').fill(words);
    await page.locator('main > details').getByRole('button', { name: 'Send' }).click();
  };

  test('take a mail to the service and show its answer, as a page and as text', async () => {
    const page = await openBox('ann@example.net');
    await write(page, 'SPACE');
    expect(await page.locator('article.mailbox pre').textContent()).toBe('SPACE');
    const frame = page.frameLocator('article.service iframe');
    await frame.getByText('This is an automated service').waitFor();
    expect(await frame.getByRole('link', { name: 'unsubscribe' }).getAttribute('href')).toMatch(/\/unsubscribe\?t=/);
    await page.close();
  });

  test.each(['Gmail', 'Outlook', 'Apple Mail'])('answer a mail as %s quotes it, and only the new words are read (E11)', async (program) => {
    const box = `${program.replace(' ', '').toLowerCase()}@example.net`;
    const page = await openBox(box);
    await write(page, 'SPACE');
    await page.locator('article.service summary', { hasText: 'Answer' }).click();
    await page.locator('article.service').getByLabel('Words').fill('CALM');
    await page.getByLabel('Quoted as').selectOption({ label: program });
    await page.locator('article.service').getByRole('button', { name: 'Send' }).click();
    await page.locator('article').nth(3).waitFor();
    expect(await page.locator('article.mailbox pre').first().textContent()).toBe('CALM');
    await page.close();
  });

  test('let a scanner open every link of a mail (E3)', async () => {
    const page = await openBox('scan@example.net');
    await write(page, 'SPACE');
    await page.getByRole('button', { name: 'Let a scanner open every link' }).click();
    await page.locator('caption').waitFor();
    expect(await page.locator('tbody td').first().textContent()).toBe('/unsubscribe');
    await page.close();
  });

  test('ask no other host, and a mail in its frame may run nothing (P7)', async () => {
    const page = await openBox('ann@example.net');
    const misdeeds = watchPage(page, running.url);
    const response = await page.reload();
    await page.frameLocator('article.service iframe').getByText('This is an automated service').waitFor();
    expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
    expect(misdeeds).toEqual({ errors: [], foreignRequests: [] });
    const framed = await page.request.get(
      `${running.url}/mailboxes/mails/${await page.locator('article.service').first().getAttribute('id')}`,
    );
    expect(framed.headers()['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    await page.close();
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 360],
  ] as const)('have nothing axe finds wrong, %s at %i pixels', async (colorScheme, width) => {
    const page = await openBox('ann@example.net', { colorScheme, viewport: { width, height: 800 } });
    const found = await page.evaluate(
      `${axeSource}; axe.run({ iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' ')))`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    if (process.env['SHOTS'] !== undefined)
      await page.screenshot({ path: `${process.env['SHOTS']}/mailboxes-${colorScheme}-${width}.png` });
    await page.close();
  });
});
