import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../database.ts';
import { barriers } from './barriers.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { freePort } from './free-port.ts';
import { phoneOf, phoneOn } from './phone.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const SEEN = { timeout: 30_000, interval: 50 };
const TEST_MS = 90_000;

let browser: Browser;
let server: ServerProcess;
let env: { readonly [name: string]: string };

/** A page of somebody who has opened the printed address. */
async function admin(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newcomer(browser, options);
  await page.goto(server.signInUrl);
  return page;
}

const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';

describe.skipIf(chromiumPath === undefined)(`a newcomer, ${WHERE}`, { timeout: TEST_MS }, () => {
  beforeAll(async () => {
    await preparePages();
    env = { DATA_DIR: await temporaryFolder(), PORT: String(await freePort()) };
    [server, browser] = await Promise.all([startProcess(env), openBrowser()]);
    await openAllDay();
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(env['DATA_DIR'] ?? '', { recursive: true, force: true });
  });

  test('is signed in by the printed address, and sees the flows and one of them as a picture', async () => {
    const page = await newcomer(browser);
    await page.goto(server.url);
    expect(await page.getByLabel('Admin key').isVisible()).toBe(true);
    await page.goto(server.signInUrl);
    expect(page.url()).not.toContain('key');
    const [cookie, ...others] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(others).toEqual([]);
    expect(cookie?.value).not.toContain(new URL(server.signInUrl).searchParams.get('key'));
    await page.getByRole('link', { name: 'Order status' }).click();
    const boxes = page.locator('.react-flow__node');
    await expect.poll(() => boxes.count(), SEEN).toBeGreaterThan(15);
    for (const title of ['Ask for the number', 'Look the order up', 'It is on its way', 'Anything else?'])
      await boxes.filter({ hasText: title }).first().waitFor();
    await page.reload();
    await boxes.first().waitFor();
  });

  test('chats by words and by taps, and sees ticks turn blue', async () => {
    const page = await admin();
    const phone = await phoneOf(page, server.url, 'Bea', '66810000001');
    await phone.write('price');
    await phone.hears('Would you like to talk to Sales?');
    await page.locator('.mine').first().getByRole('img', { name: 'Read' }).waitFor();
    await phone.tap('No, thanks');
    await phone.hears('Write price again any time.');
    await phone.write('Where is order 4711?');
    await phone.hears('Anything else?');
    expect(await phone.texts()).toContainEqual(
      expect.stringMatching(/^Order 4711 \(linen cushions, 4 pieces\) is on its way/),
    );
    await phone.tap("That's all");
    await phone.hears('You are welcome.');
    await expect.poll(() => page.locator('.ticks-read').count(), SEEN).toBe(4);
  });

  test('goes on with a conversation after a kill -9, in the same page', async () => {
    const page = await admin();
    const phone = await phoneOf(page, server.url, 'Cem', '66810000002');
    await phone.write('my order please');
    await phone.hears('What is your order number?');
    await server.kill();
    await page.getByText('No connection. Trying again…').waitFor();
    await phone.write('4712');
    await page.getByRole('button', { name: 'Not sent. Try again' }).waitFor();
    server = await startProcess(env);
    await page.getByText('No connection. Trying again…').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Not sent. Try again' }).click();
    await phone.hears('Anything else?');
    const talk = [
      'my order please',
      'What is your order number? It has four digits and stands on your receipt.',
      '4712',
      expect.stringMatching(/^Order 4712 \(blackout curtains, 2 pairs\) is being sewn right now/),
      'Anything else?',
    ];
    expect(await phone.texts()).toEqual(talk);
    await page.reload();
    await phone.hears('Anything else?');
    expect(await phone.texts()).toEqual(talk);
  });

  test('watches live what passes and why, takes a conversation, answers and gives it back', async () => {
    const desk = await admin();
    await desk.getByRole('link', { name: 'Live' }).click();
    const phone = await phoneOf(await admin(), server.url, 'Dao', '66810000003');
    await phone.write('help');
    await phone.choose('Choose', 'Delivery');
    await phone.hears('Please tell me what happened.');
    const entry = desk
      .getByRole('listitem')
      .filter({ hasText: 'Dao wrote' })
      .filter({ hasText: 'help' })
      .last();
    await entry.getByText('matched').waitFor();
    await entry.getByText('What is it about?', { exact: true }).waitFor();
    await phone.write('agent');
    await phone.hears('A colleague reads this');
    const card = desk
      .getByRole('region', { name: 'Waiting for people' })
      .getByRole('listitem')
      .filter({ hasText: 'Dao' });
    await card.getByRole('button', { name: 'Take' }).click();
    const line = card.getByRole('textbox', { name: 'Reply to Dao' });
    await line.fill('Hello Dao, this is a person.');
    await line.press('Enter');
    await phone.hears('Hello Dao, this is a person.');
    await phone.write('price');
    await card.getByText('price', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Give back' }).click();
    await desk.getByRole('menuitem', { name: 'It is solved' }).click();
    await phone.hears('How did we do?');
    expect(await phone.texts()).not.toContainEqual(expect.stringContaining('price list'));
  });

  test('sees boxes light up while somebody chats', async () => {
    const desk = await admin();
    await desk.goto(`${server.url}/flows/order-status`);
    await desk.locator('[data-listening]').waitFor();
    const phone = await phoneOf(await admin(), server.url, 'Eva', '66810000004');
    await phone.write('order 4709');
    await phone.hears('Anything else?');
    const passed = (title: string) => desk.locator('.box', { hasText: title }).locator('.box-count');
    for (const title of ['Look the order up', 'It was delivered', 'Anything else?'])
      expect(await passed(title).textContent()).toBe('1');
    expect(await passed('It is on its way').count()).toBe(0);
    await expect.poll(() => desk.locator('.travelled').count(), SEEN).toBeGreaterThanOrEqual(4);
  });

  test('is answered in Thai on a Thai phone', async () => {
    const page = await admin({ locale: 'th-TH' });
    await page.goto(`${server.url}/simulator`);
    await page.getByRole('button', { name: 'สมชาย' }).first().click();
    const phone = phoneOn(page);
    await phone.write('ราคาเท่าไหร่');
    await phone.hears('อยากคุยกับฝ่ายขายไหมคะ');
    expect(await phone.texts()).toContainEqual(expect.stringContaining('สินค้ายอดนิยม'));
    await phone.tap('ไม่เป็นไร');
    await phone.hears('ยินดีค่ะ');
    expect(await page.getAttribute('html', 'lang')).toBe('th');
  });

  test('reaches flows, boxes and the phone without a mouse', async () => {
    const page = await admin();
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
      for (let n = 0; n < 60 && !(await isThere()); n++) await page.keyboard.press('Tab');
      expect(await isThere()).toBe(true);
    };
    await page.getByRole('link', { name: 'Order status' }).waitFor();
    await tabTo(async () => (await focused()) === 'Order status');
    await page.keyboard.press('Enter');
    await page.locator('.react-flow__node').first().waitFor();
    await tabTo(async () => (await focused()).startsWith('Number given already?'));
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Details' }).getByRole('textbox').first().waitFor();
    const phone = await phoneOf(page, server.url, 'Fay', '66810000005');
    const isField = 'document.activeElement?.tagName === "TEXTAREA"';
    await tabTo(() => page.evaluate<boolean>(isField));
    await page.keyboard.type('visit');
    await page.keyboard.press('Enter');
    await phone.hears(/which day/i);
  });

  test.each([
    { language: 'English, light', locale: 'en-GB', colorScheme: 'light' },
    { language: 'Thai, dark', locale: 'th-TH', colorScheme: 'dark' },
  ] as const)('finds no barrier on any page: $language', async ({ locale, colorScheme }) => {
    const page = await newcomer(browser, { locale, colorScheme });
    await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    await page.goto(server.url);
    expect(await barriers(page), 'sign-in').toEqual([]);
    await page.goto(server.signInUrl);
    const pages = [
      ['/', '.flow-card'],
      ['/flows/order-status', '.react-flow__edge'],
      ['/watch', '.entry'],
      ['/simulator?phone=somchai', '.bubble'],
    ] as const;
    for (const [path, sign] of pages) {
      await page.goto(`${server.url}${path}`);
      await page.locator(sign).first().waitFor();
      expect(await barriers(page), path).toEqual([]);
    }
  });
});

/** The demo shop never closes today, so that the journey is the same at any hour. */
async function openAllDay(): Promise<void> {
  const day = [['00:00', '24:00']];
  const weekly = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, day]),
  );
  const key = new URL(server.signInUrl).searchParams.get('key');
  const answer = await fetch(`${server.url}/api/v1/calendars/office`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Office hours', timeZone: 'Asia/Bangkok', weekly }),
  });
  expect(answer.status).toBe(200);
}
