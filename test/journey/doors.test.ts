import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../database.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const TEST_MS = 90_000;
const PASSWORD = 'seven linen cushions';
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';

let browser: Browser;
let server: ServerProcess;
let folder: string;

/** Signs in by the form, wherever it leads. */
async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe.skipIf(chromiumPath === undefined)(`a new house, ${WHERE}`, { timeout: TEST_MS }, () => {
  beforeAll(async () => {
    await preparePages();
    folder = await temporaryFolder();
    [server, browser] = await Promise.all([startProcess({ DATA_DIR: folder }), openBrowser()]);
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder ?? '', { recursive: true, force: true });
  });

  test('whoever starts it sets up an account, adds a colleague, and each sees what is theirs', async () => {
    const page = await newcomer(browser, { timezoneId: 'Asia/Bangkok' });
    await page.addInitScript("localStorage.removeItem('sluice.later')");
    await page.goto(server.signInUrl);
    await page.getByRole('heading', { name: 'Welcome to Sluice' }).waitFor();
    const zone = page.getByRole('combobox', { name: 'Time zone of your business' });
    expect(await zone.inputValue()).toBe('Asia/Bangkok');
    await page.getByLabel('Your name').fill('Ann Suwan');
    await page.getByLabel('Email').fill('ann@shop.test');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByText('Good', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('link', { name: 'Order status' }).waitFor();

    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Go to: People').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Nok Jaidee');
    await dialog.getByLabel('Email').fill('nok@shop.test');
    await dialog.getByRole('radio', { name: 'Agent' }).click();
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    const password = await dialog.locator('code').last().textContent();
    await dialog.getByRole('button', { name: 'Done' }).click();

    const agent = await newcomer(browser);
    await agent.goto(`${server.url}/watch`);
    await signIn(agent, 'nok@shop.test', 'not her password');
    await agent.getByRole('alert').waitFor();
    await signIn(agent, 'nok@shop.test', password ?? '');
    await agent.getByRole('heading', { name: 'Waiting for people' }).waitFor();
    expect(new URL(agent.url()).pathname).toBe('/watch');
    await agent.getByText('Your password was made up by somebody else.').waitFor();
    await agent.getByRole('button', { name: 'Settings' }).click();
    await agent.getByRole('menuitem', { name: 'Teams' }).waitFor();
    expect(await agent.getByRole('menuitem', { name: 'People' }).count()).toBe(0);
    await agent.goto(`${server.url}/users`);
    await agent.getByRole('heading', { name: 'This page is not for your role' }).waitFor();

    await page.getByRole('button', { name: 'What to do with Nok Jaidee' }).click();
    await page.getByRole('menuitem', { name: 'Switch off' }).click();
    await page.getByText('Nok Jaidee is switched off').waitFor();
    await agent.goto(server.url);
    await agent.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });

  test('the language chosen stays with the account, and signing out closes the door', async () => {
    const page = await newcomer(browser);
    await page.goto(server.url);
    await signIn(page, 'ann@shop.test', PASSWORD);
    await page.getByRole('button', { name: 'Your account: Ann Suwan' }).click();
    await page.getByRole('menuitem', { name: 'ไทย' }).click();
    await page.getByRole('heading', { name: 'โฟลว์', exact: true }).waitFor();
    const elsewhere = await newcomer(browser);
    await elsewhere.goto(server.url);
    await signIn(elsewhere, 'ann@shop.test', PASSWORD);
    await elsewhere.getByRole('heading', { name: 'โฟลว์', exact: true }).waitFor();
    await page.getByRole('button', { name: 'บัญชีของคุณ: Ann Suwan' }).click();
    await page.getByRole('menuitem', { name: 'ออกจากระบบ' }).click();
    await page.waitForURL('**/sign-in');
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await server.stop();
    server = await startProcess({ DATA_DIR: folder });
    expect(new URL(server.signInUrl).search).toBe('');
  });
});
