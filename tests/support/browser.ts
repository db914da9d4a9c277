import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser of this machine; undefined where there is none. CHROMIUM_PATH names another. */
export const browserPath: string | undefined = places.find((path) => path !== undefined && path !== '' && existsSync(path));

/** Starts it without its own sandbox, for containers; it asks nobody for updates. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
  });

/** What a page must never do, collected while it runs. */
export interface Misdeeds {
  errors: string[];
  foreignRequests: string[];
}

/** Watches for script errors, broken content security policy and requests to any other host. */
export function watchPage(page: Page, url: string): Misdeeds {
  const misdeeds: Misdeeds = { errors: [], foreignRequests: [] };
  page.on('pageerror', (error) => void misdeeds.errors.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && misdeeds.errors.push(message.text())));
  page.on('request', (request) => void (request.url().startsWith(url) || misdeeds.foreignRequests.push(request.url())));
  return misdeeds;
}
