import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarTexts } from '../../editor/calendars/texts.ts';
import { flowsTexts } from '../../editor/flows/texts.ts';
import { studioTexts } from '../../editor/studio/texts.ts';
import { temporaryFolder } from '../database.ts';
import { barriers } from './barriers.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { wordsIn } from './words.ts';

const TEST_MS = 90_000;
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';

let browser: Browser;
let server: ServerProcess;
let empty: ServerProcess;
const folders: string[] = [];

interface Place {
  /** Without one, it is the page that is there, its dialogs closed. */
  readonly path?: string;
  /** What is there when the page stands. */
  readonly sign: string;
  /** What is done first. */
  readonly open?: (page: Page) => Promise<void>;
}

describe.skipIf(chromiumPath === undefined)(`nothing keeps people out, ${WHERE}`, () => {
  beforeAll(async () => {
    await preparePages();
    folders.push(await temporaryFolder(), await temporaryFolder());
    [server, empty, browser] = await Promise.all([
      startProcess({ DATA_DIR: folders[0] ?? '' }),
      startProcess({ DATA_DIR: folders[1] ?? '', DEMO: '0' }),
      openBrowser(),
    ]);
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.stop(), empty?.stop()]);
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  describe.each([
    { language: 'en', locale: 'en-GB', colorScheme: 'light' },
    { language: 'th', locale: 'th-TH', colorScheme: 'dark' },
  ] as const)('$language, $colorScheme', ({ language, locale, colorScheme }) => {
    const { of } = wordsIn(language);
    const press = (name: string) => (page: Page) =>
      page.getByRole('button', { name, exact: true }).first().click();
    const flow = '/flows/order-status';
    const drawn = '.react-flow__edge';
    const dialog = '[role=dialog] button:not([disabled])';

    async function arrive(home: ServerProcess): Promise<Page> {
      const page = await newcomer(browser, { locale, colorScheme, viewport: { width: 1440, height: 900 } });
      await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
      await page.goto(home.signInUrl);
      return page;
    }

    async function look(page: Page, home: ServerProcess, { path, sign, open }: Place): Promise<void> {
      if (path === undefined) await page.keyboard.press('Escape');
      else await page.goto(`${home.url}${path}`);
      if (open) await open(page);
      await page.locator(sign).first().waitFor();
      // What fades away is no text that anybody reads.
      await page.mouse.move(2, 2);
      await page.locator('[role=tooltip]').waitFor({ state: 'detached' });
      expect.soft(await barriers(page), `${page.url()} ${sign}`).toEqual([]);
    }

    test('before there is anything', { timeout: TEST_MS }, async () => {
      const page = await arrive(empty);
      const places: readonly Place[] = [
        { path: '/', sign: '.flows-empty' },
        { path: '/', sign: dialog, open: press(of(flowsTexts, 'newFlow')) },
        { path: '/numbers', sign: 'h1' },
        { path: '/numbers/connect', sign: 'form' },
        { path: '/calendars', sign: 'h1' },
        { path: '/teams', sign: 'h1' },
        { path: '/connections', sign: 'h1' },
        { path: '/watch', sign: 'h1, h2' },
      ];
      for (const place of places) await look(page, empty, place);
      await page.addInitScript("localStorage.removeItem('sluice.later')");
      await look(page, empty, { path: '/', sign: '.set-up' });
      await page.context().clearCookies();
      await look(page, empty, { path: '/', sign: 'form' });
    });

    test('every page', { timeout: TEST_MS }, async () => {
      const page = await arrive(server);
      const places: readonly Place[] = [
        { path: '/', sign: '.flow-card' },
        { path: flow, sign: drawn },
        { path: '/watch', sign: 'h2' },
        { path: '/numbers', sign: '[data-number]' },
        { path: '/connections', sign: 'h1' },
        { path: '/calendars', sign: '.calendars' },
        { path: '/teams', sign: 'h1' },
        { path: '/users', sign: 'h1' },
        { path: '/account', sign: 'h1' },
        { path: '/api-docs', sign: 'h1' },
        { path: '/simulator', sign: 'textarea, button' },
        { path: '/simulator?phone=somchai', sign: '.bubble, textarea' },
      ];
      for (const place of places) await look(page, server, place);
    });

    test('what opens over and beside them', { timeout: TEST_MS }, async () => {
      const page = await arrive(server);
      const openProblems = (at: Page) =>
        at.getByRole('button', { name: new RegExp(`^${of(studioTexts, 'problems')}: `) }).click();
      const importFile = (at: Page) =>
        at.locator('input[type=file]').setInputFiles({
          name: 'flow.json',
          mimeType: 'application/json',
          buffer: Buffer.from('{"name":"Broken","nodes":[{"id":"a","type":"riddle"}]}'),
        });
      const openBox = async () => page.locator('.react-flow__node-box').nth(2).click();
      const places: readonly Place[] = [
        { path: '/', sign: dialog, open: press(of(flowsTexts, 'newFlow')) },
        { path: '/', sign: dialog, open: importFile },
        { path: flow, sign: '.inspector', open: openBox },
        { sign: '.rehearsal', open: press(of(studioTexts, 'tryIt')) },
        { sign: '.version', open: press(of(studioTexts, 'versions')) },
        { sign: '.inspector', open: press(of(studioTexts, 'flowSettings')) },
        { sign: '.problems', open: openProblems },
        { sign: dialog, open: press(of(studioTexts, 'publish')) },
        { path: flow, sign: dialog, open: press(of(studioTexts, 'onYourPhone')) },
        { sign: '.find-list', open: press(of(studioTexts, 'find')) },
        { path: '/calendars', sign: dialog, open: press(of(calendarTexts, 'add')) },
      ];
      for (const place of places) await look(page, server, place);
    });
  });
});
