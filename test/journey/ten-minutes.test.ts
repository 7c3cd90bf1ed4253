import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountTexts } from '../../editor/account/texts.ts';
import { calendarTexts } from '../../editor/calendars/texts.ts';
import { canvasTexts } from '../../editor/canvas/texts.ts';
import { beginTexts } from '../../editor/flows/begin-texts.ts';
import { flowsTexts } from '../../editor/flows/texts.ts';
import { keywordTexts } from '../../editor/forms/texts/keyword-texts.ts';
import { thingTexts } from '../../editor/forms/texts/thing-texts.ts';
import { settingTexts } from '../../editor/lib/setting-texts.ts';
import type { Language } from '../../editor/lib/texts.ts';
import { connectTexts } from '../../editor/numbers/connect-texts.ts';
import { numberTexts } from '../../editor/numbers/texts.ts';
import { problemTexts } from '../../editor/problems/texts.ts';
import { publishingTexts } from '../../editor/publishing/texts.ts';
import { rehearsalTexts } from '../../editor/rehearsal/texts.ts';
import { studioTexts } from '../../editor/studio/texts.ts';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import { temporaryFolder } from '../database.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { type Hands, handsOn } from './hands.ts';
import { phoneOf } from './phone.ts';
import { SAID } from './said.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { wordsIn } from './words.ts';

const SEEN = { timeout: 30_000, interval: 50 };
const TEST_MS = 90_000;
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';

let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  await preparePages();
  browser = await openBrowser();
}, TEST_MS);
afterAll(() => browser?.close());

const journey = describe.skipIf(chromiumPath === undefined);
journey.each(['en', 'th'] as const)(`the ten-minute task in %s, ${WHERE}`, (language: Language) => {
  const words = wordsIn(language);
  const { of, node } = words;
  const said = SAID[language];
  let server: ServerProcess;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = await temporaryFolder();
    server = await startProcess({ DATA_DIR: folder, DEMO: '0' });
    page = await newcomer(browser, {
      locale: language === 'th' ? 'th-TH' : 'en-GB',
      timezoneId: 'Asia/Bangkok',
      viewport: { width: 1440, height: 900 },
    });
    await page.addInitScript("localStorage.removeItem('sluice.later')");
    hands = handsOn(page, words);
  }, TEST_MS);
  afterAll(async () => {
    await page?.context().close();
    await server?.stop();
    await rm(folder ?? '', { recursive: true, force: true });
  });

  let hands: Hands;
  /** What somebody with a phone of their own is answered first; the shop never closes for it. */
  async function answerOnPhone(number: string): Promise<string> {
    const other = await page.context().newPage();
    const phone = await phoneOf(other, server.url, said.person, number);
    await phone.write(said.asks);
    await expect.poll(async () => (await phone.texts()).length, SEEN).toBeGreaterThan(1);
    const [, answer = ''] = await phone.texts();
    await other.close();
    return answer;
  }

  /** From now on the shop never closes, so that the phone is answered the same at any hour. */
  async function openAllDay(): Promise<void> {
    const path = `${server.url}/api/v1/calendars`;
    const calendars = (await (await page.request.get(path)).json()) as readonly Calendar[];
    const weekly = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
    );
    for (const { id, name, timeZone } of calendars) {
      const data = { name, timeZone, weekly };
      const answer = await page.request.put(`${path}/${id}`, { data, headers: { 'x-sluice': '1' } });
      expect(answer.status()).toBe(200);
    }
  }

  test('an account is made, and the empty list shows how it goes', { timeout: TEST_MS }, async () => {
    const { button } = hands;
    await page.goto(server.signInUrl);
    await page.getByRole('heading', { name: of(accountTexts, 'welcome') }).waitFor();
    await page.keyboard.type(said.person);
    await page.getByLabel(of(accountTexts, 'email')).fill('ann@shop.test');
    await page.getByRole('textbox', { name: of(accountTexts, 'password') }).fill('seven linen cushions');
    await button(of(accountTexts, 'create')).click();
    await page.getByRole('heading', { name: of(beginTexts, 'emptyTitle') }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await button(of(flowsTexts, 'newFlow')).click();
    const dialog = page.getByRole('dialog', { name: of(beginTexts, 'newTitle') });
    await dialog.waitFor();
    await page.keyboard.type(said.flow);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: of(canvasTexts, 'emptyTitle') }).waitFor();
  });

  test('the flow is drawn: dragged, double-clicked, led into the void', { timeout: TEST_MS }, async () => {
    const { button, titled, panel, palette, way, draw, follow, write, rename } = hands;
    const pane = page.locator('.react-flow__pane');
    await palette('keyword', 'Keyword').dragTo(pane, { targetPosition: { x: 40, y: 200 } });
    const keyword = titled(node('keyword', 'Keyword'));
    await write(said.keyword);
    await page.keyboard.press('Enter');
    await keyword.getByText(said.keyword, { exact: true }).waitFor();
    await panel().getByLabel(of(keywordTexts, 'tryIt')).fill(said.asks);
    await panel()
      .getByText(of(keywordTexts, 'matches', { keyword: said.keyword }))
      .waitFor();

    await palette('business-hours', 'Business hours').dblclick();
    const hours = titled(node('business-hours', 'Business hours'));
    await hours.waitFor();
    await button(of(thingTexts, 'newCalendar'), panel()).click();
    const dialog = page.getByRole('dialog', { name: of(thingTexts, 'newCalendar') });
    await button(of(settingTexts, 'save'), dialog).click();
    await dialog.waitFor({ state: 'detached' });
    await hours.locator('.box-summary').getByText(of(calendarTexts, 'newName')).waitFor();
    expect(await hours.count()).toBe(1);

    await draw(way(hours, 'business-hours', 'Open'), { dx: 90, dy: -80 });
    await follow('send-message', 'Send message', `${said.list}{{ contcat.name }}`);
    await rename('list');
    await palette('tag', 'Tag').click();
    const tag = titled(node('tag', 'Tag'));
    await tag.waitFor();
    await write(said.tag);
    await page.keyboard.press('Enter');
    await tag.locator('.box-summary').getByText(said.tag).waitFor();
    await palette('hand-over', 'Hand over').click();
    const people = titled(node('hand-over', 'Hand over'));
    await people.waitFor();
    await button(of(thingTexts, 'newTeam'), panel()).click();
    await page.keyboard.type(said.team);
    await page.keyboard.press('Enter');
    await people.locator('.box-summary').getByText(said.team).waitFor();
  });

  test('a line is drawn to a box that is there, and everything is saved', { timeout: TEST_MS }, async () => {
    const { button, titled, way, isSaved, draw, follow, rename } = hands;
    await page.keyboard.press('Escape');
    await button(of(canvasTexts, 'fit')).click();
    const hours = titled(node('business-hours', 'Business hours'));
    await draw(way(hours, 'business-hours', 'Closed'), { dx: 90, dy: 90 });
    await follow('send-message', 'Send message', said.closed);
    await rename('closed');
    await button(of(canvasTexts, 'fit')).click();
    await draw(way(titled('closed'), 'send-message', 'Next'), titled(node('tag', 'Tag')));
    await expect.poll(() => page.locator('.react-flow__edge').count(), SEEN).toBe(6);
    await isSaved();
  });

  test('a mistake is explained at its box and in the list, and mended by a click', {
    timeout: TEST_MS,
  }, async () => {
    const { titled, panel } = hands;
    const wrong = titled('list').locator('.box-trouble');
    const sentence = /contcat/;
    await wrong.waitFor();
    expect(await wrong.getAttribute('aria-label')).toMatch(sentence);
    await page.getByRole('button', { name: new RegExp(`^${of(studioTexts, 'problems')}: `) }).click();
    await page.getByRole('heading', { name: of(problemTexts, 'title') }).waitFor();
    const item = panel().getByRole('listitem').filter({ hasText: sentence });
    await item
      .getByRole('button', { name: /contact/ })
      .last()
      .click();
    await item.waitFor({ state: 'detached' });
    await wrong.waitFor({ state: 'detached' });
    await page.getByText(of(studioTexts, 'fixed')).waitFor();
  });

  test('it is tried by day and by night, told why, and kept as a test', { timeout: TEST_MS }, async () => {
    const { button, panel } = hands;
    await button(of(studioTexts, 'tryIt'), page.locator('.top-bar')).click();
    const phone = page.getByRole('region', { name: of(rehearsalTexts, 'phoneLabel') });
    const clock = page.getByRole('button', { name: new RegExp(`^${of(rehearsalTexts, 'clock')}: `) });
    const setClock = async (day: string, time: string) => {
      await clock.click();
      await page.getByLabel(of(rehearsalTexts, 'day'), { exact: true }).fill(day);
      await page.getByRole('textbox', { name: of(rehearsalTexts, 'time'), exact: true }).fill(time);
      await button(of(rehearsalTexts, 'go')).click();
    };
    const say = async (text: string) => {
      await page.getByRole('textbox', { name: of(rehearsalTexts, 'message'), exact: true }).fill(text);
      await page.keyboard.press('Enter');
    };
    await setClock('2027-03-02', '10:00');
    await say(said.asks);
    await phone.getByText(said.list).waitFor();
    await button(of(rehearsalTexts, 'restart')).click();
    await setClock('2027-03-02', '20:00');
    await say(said.asks);
    await phone.getByText(said.closed).waitFor();
    await page.getByText(of(rehearsalTexts, 'steps')).click();
    await panel()
      .getByRole('list', { name: of(rehearsalTexts, 'why') })
      .first()
      .waitFor();
    const stop = panel().locator('.rway').getByText(node('business-hours', 'Business hours'));
    await stop.first().waitFor();
    await button(of(rehearsalTexts, 'saveTest')).click();
    await page.keyboard.type(said.test);
    await page.keyboard.press('Enter');
    const row = panel().getByRole('button', { name: said.test });
    await row.getByText(of(rehearsalTexts, 'holds')).waitFor();
  });

  test('a virtual number takes a click, and publishing says what it does', { timeout: TEST_MS }, async () => {
    const { button, publishButton } = hands;
    await openAllDay();
    await page.goto(`${server.url}/numbers`);
    await page.getByRole('button', { name: of(numberTexts, 'connect') }).click();
    await button(of(connectTexts, 'virtualGo')).click();
    await page.getByRole('link', { name: of(connectTexts, 'openPhone') }).waitFor();
    await page.goto(server.url);
    await page.getByRole('link', { name: said.flow }).click();
    await publishButton().click();
    const dialog = page.getByRole('dialog', {
      name: of(publishingTexts, 'publishFlow', { name: said.flow }),
    });
    await dialog.getByText(of(publishingTexts, 'firstWhy')).waitFor();
    await button(of(publishingTexts, 'publish'), dialog).click();
    await dialog.getByText(of(publishingTexts, 'isLive', { n: 1 })).waitFor();
    await button(of(publishingTexts, 'done'), dialog).click();
    expect(await answerOnPhone('66810000011')).toContain(`${said.list}`);
  });

  test('a second version shows what changes, and the first comes back by a click', {
    timeout: TEST_MS,
  }, async () => {
    const { button, titled, panel, isSaved, publishButton } = hands;
    await titled('list').click();
    const text = panel().getByLabel(node('send-message', 'Text'), { exact: true });
    await text.fill(said.newList);
    await isSaved();
    await publishButton().click();
    const dialog = page.getByRole('dialog', {
      name: of(publishingTexts, 'publishFlow', { name: said.flow }),
    });
    await dialog.getByText(said.newList).waitFor();
    // Whoever was answered a moment ago waits for Sales.
    await dialog.getByText(of(publishingTexts, 'inside', { n: 1 })).waitFor();
    await dialog.getByLabel(of(publishingTexts, 'whatsNew')).fill(said.note);
    await button(of(publishingTexts, 'publish'), dialog).click();
    await dialog.getByText(of(publishingTexts, 'isLive', { n: 2 })).waitFor();
    await button(of(publishingTexts, 'done'), dialog).click();
    expect(await answerOnPhone('66810000012')).toContain(said.newList);

    await button(of(studioTexts, 'versions')).click();
    await panel().getByText(said.note).waitFor();
    await button(of(publishingTexts, 'more', { n: 1 })).click();
    await page.getByRole('menuitem', { name: of(publishingTexts, 'goBack') }).click();
    const back = page.getByRole('dialog', { name: of(publishingTexts, 'rollBackTo', { n: 1 }) });
    await back.getByText(said.newList).waitFor();
    await button(of(publishingTexts, 'rollBackTo', { n: 1 }), back).click();
    await back.getByText(of(publishingTexts, 'isLive', { n: 3 })).waitFor();
    await button(of(publishingTexts, 'done'), back).click();
    expect(await answerOnPhone('66810000013')).toContain(said.list);
  });
});
