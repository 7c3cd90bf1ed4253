import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MS = 30_000;
const ROOT = join(import.meta.dirname, '..', '..');

/** The browser of this machine, if it has one: `CHROMIUM_PATH`, or where it usually is. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM_PATH'], ...PLACES].find(
  (place) => place !== undefined && existsSync(place),
);

/** Starts the browser, without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', headless: true, args: FLAGS });

/**
 * A page of somebody who was never here before: no cookies, and nothing remembered but that they set up their account
 * later.
 */
export async function newcomer(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme: 'light', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(
    "if (location.protocol.startsWith('http')) localStorage.setItem('sluice.later', 'yes')",
  );
  return context.newPage();
}

/** Builds the pages if they are older than their sources, as `npm start` does. */
export async function preparePages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, 'server', 'prepare.ts')]);
}
