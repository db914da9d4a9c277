import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser named by CHROMIUM_PATH, or one in a usual place; undefined where there is none. */
export const findBrowser = (named: string | undefined): string | undefined =>
  [named ?? '', ...usual].find((path) => path !== '' && existsSync(path));

/** Prints a page to a PDF beside it. */
export async function printBook(browser: string, page: string, pdf: string): Promise<void> {
  await promisify(execFile)(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--print-to-pdf=${resolve(pdf)}`,
      pathToFileURL(resolve(page)).href,
    ],
    { timeout: 60_000 },
  );
}
