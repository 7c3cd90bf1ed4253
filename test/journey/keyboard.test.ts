import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canvasTexts } from '../../editor/canvas/texts.ts';
import { beginTexts } from '../../editor/flows/begin-texts.ts';
import { publishingTexts } from '../../editor/publishing/texts.ts';
import { rehearsalTexts } from '../../editor/rehearsal/texts.ts';
import { shellTexts } from '../../editor/shell/texts.ts';
import { studioTexts } from '../../editor/studio/texts.ts';
import { temporaryFolder } from '../database.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { handsOn } from './hands.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { wordsIn } from './words.ts';

const SEEN = { timeout: 30_000, interval: 50 };
const TEST_MS = 90_000;
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';
const words = wordsIn('en');
const { of } = words;

let browser: Browser;
let server: ServerProcess;
let folder: string;

describe.skipIf(chromiumPath === undefined)(`the keyboard alone, ${WHERE}`, { timeout: TEST_MS }, () => {
  beforeAll(async () => {
    await preparePages();
    folder = await temporaryFolder();
    [server, browser] = await Promise.all([startProcess({ DATA_DIR: folder, DEMO: '0' }), openBrowser()]);
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder ?? '', { recursive: true, force: true });
  });

  test('builds a flow', async () => {
    const page = await newcomer(browser, { viewport: { width: 1440, height: 900 } });
    const { keyboard } = page;
    const { titled, write, isSaved } = handsOn(page, words);
    await page.goto(server.signInUrl);
    await page.getByRole('heading', { name: of(beginTexts, 'emptyTitle') }).waitFor();
    await tabTo(page, 'input', of(beginTexts, 'blankName'));
    await keyboard.type('By keys');
    await keyboard.press('Enter');

    await page.getByRole('heading', { name: of(canvasTexts, 'emptyTitle') }).waitFor();
    await keyboard.press('a');
    await page.getByRole('combobox', { name: of(canvasTexts, 'emptyTitle') }).waitFor();
    await keyboard.type('keyword');
    await keyboard.press('Enter');
    await write('price');
    await keyboard.press('Enter');
    await back(page);

    await keyboard.press('a');
    await next(page, 'send');
    await write('Here is our list.');
    await back(page);

    await keyboard.press('a');
    await next(page, 'choices');
    await write('Anything else?');
    await tabTo(page, 'textarea', 'Text to tap');
    await keyboard.press('Control+a');
    await keyboard.type('Yes, talk to Sales');
    await back(page);
    await titled('Choices').locator('.box-summary').getByText('Yes, talk to Sales').waitFor();
    expect(await page.locator('.react-flow__edge').count()).toBe(2);
    // The first way out is asked for where there are several.
    await keyboard.press('a');
    await page.getByRole('button', { name: 'Yes, talk to Sales' }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Enter');
    await next(page, 'hand over');
    await back(page);
    await keyboard.press('Alt+ArrowLeft');
    await page.locator('.react-flow__node:focus').filter({ hasText: 'Choices' }).waitFor();
    await keyboard.press('c');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('combobox', { name: of(canvasTexts, 'chooseTarget') }).waitFor();
    await keyboard.type('Send');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(() => page.locator('.react-flow__edge').count(), SEEN).toBe(4);
    await isSaved();
  });

  test('tries it, publishes it and sees the version', async () => {
    const page = await newcomer(browser, { viewport: { width: 1440, height: 900 } });
    const { keyboard } = page;
    const { panel } = handsOn(page, words);
    await page.goto(server.signInUrl);
    await tabTo(page, 'a', 'By keys');
    await keyboard.press('Enter');
    await page.locator('.react-flow__node').first().waitFor();
    await keyboard.press('r');
    await tabTo(page, 'textarea', of(rehearsalTexts, 'message'));
    await keyboard.type('price');
    await keyboard.press('Enter');
    await panel().getByText('Here is our list.').waitFor();
    await keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', {
      name: of(publishingTexts, 'publishFlow', { name: 'By keys' }),
    });
    await dialog.getByText(of(publishingTexts, 'firstWhy')).waitFor();
    await tabTo(page, 'button', of(publishingTexts, 'publish'));
    await keyboard.press('Enter');
    await dialog.getByText(of(publishingTexts, 'unreached')).waitFor();
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.press('Escape');
    await keyboard.press('v');
    await panel()
      .getByRole('heading', { name: of(publishingTexts, 'versions') })
      .waitFor();
    await panel()
      .getByText(of(publishingTexts, 'version', { n: 1 }))
      .waitFor();
  });

  test('finds every key in the help sheet', async () => {
    const page = await newcomer(browser);
    await page.goto(server.signInUrl);
    await tabTo(page, 'a', 'By keys');
    await page.keyboard.press('Enter');
    await page.locator('.react-flow__node').first().waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: of(shellTexts, 'shortcuts') });
    const told: readonly string[] = [
      ...(['addAfter', 'connectTo', 'openNode', 'moveAlong', 'clear', 'undo', 'remove'] as const).map((key) =>
        of(canvasTexts, key),
      ),
      ...(['tryIt', 'problems', 'versions', 'publish', 'find'] as const).map((key) => of(studioTexts, key)),
    ];
    for (const says of told) await sheet.getByText(says, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });
});

/** From the settings of a box back to it. */
async function back(page: Page): Promise<void> {
  await handsOn(page, words).panel().locator(':focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.react-flow__node:focus').waitFor();
}

/** Answers the box that asks what happens next. */
async function next(page: Page, search: string): Promise<void> {
  await page.getByRole('combobox', { name: of(canvasTexts, 'what') }).waitFor();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
}

/** Presses Tab until something of that kind and name has the focus. */
async function tabTo(page: Page, kind: string, name: string): Promise<void> {
  for (let n = 0; n < 80; n++) {
    const focused = page.locator(`${kind}:focus`);
    const named = focused.and(page.getByLabel(name)).or(focused.filter({ hasText: name }));
    if ((await named.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to "${name}"`);
}
