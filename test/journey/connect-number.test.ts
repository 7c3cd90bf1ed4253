import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSimulator, type Simulator } from '../../server/simulator/simulator.ts';
import { memoryStore } from '../../server/simulator/store/memory-store.ts';
import { temporaryFolder } from '../database.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { phoneOn } from './phone.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const TEST_MS = 90_000;
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What Meta knows of the number that is connected. */
const NUMBER = {
  phoneNumberId: '123456789012345',
  wabaId: '987654321098765',
  displayNumber: '+66 2 555 0199',
  verifiedName: 'Lotus & Loom',
  token: 'EAAgoodtoken',
  appSecret: '0123456789abcdef0123456789abcdef',
  webhookUrl: '',
};

let browser: Browser;
let server: ServerProcess;
let meta: Simulator;
let metaServer: Server;
let metaUrl: string;
let folder: string;

async function admin(): Promise<Page> {
  const page = await newcomer(browser);
  await page.goto(server.signInUrl);
  return page;
}

describe.skipIf(chromiumPath === undefined)(`connecting a number, ${WHERE}`, { timeout: TEST_MS }, () => {
  beforeAll(async () => {
    await preparePages();
    // Another virtual WhatsApp stands for Meta: the server reaches it as it reaches Meta.
    meta = await createSimulator({ store: memoryStore(), log: silent });
    await meta.addNumber(NUMBER);
    await meta.addPhone({ id: 'dao', name: 'Dao', number: '66810000009' });
    metaServer = createServer(express().use(meta.router));
    await new Promise<void>((resolve) => metaServer.listen(0, '127.0.0.1', resolve));
    metaUrl = `http://127.0.0.1:${(metaServer.address() as AddressInfo).port}`;
    folder = await temporaryFolder();
    [server, browser] = await Promise.all([
      startProcess({ DATA_DIR: folder, GRAPH_API_URL: `${metaUrl}/graph` }),
      openBrowser(),
    ]);
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await meta?.close();
    metaServer?.closeAllConnections();
    metaServer?.close();
    await rm(folder ?? '', { recursive: true, force: true });
  });

  test('a virtual one works after one click, and a flow answers on it', async () => {
    const page = await admin();
    await page.goto(`${server.url}/numbers`);
    await page.getByRole('button', { name: 'Connect a number' }).click();
    await page.getByRole('button', { name: 'Make it' }).click();
    const chat = await page.getByRole('link', { name: 'Open the virtual phone' }).getAttribute('href');
    await page.goto(`${server.url}${chat}`);
    const phone = phoneOn(page);
    await phone.write('price');
    await phone.hears(/./);
    await expect.poll(() => phone.bubbles.count()).toBeGreaterThan(1);
  });

  test('a real one is checked step by step; each mistake is named where it was made', async () => {
    const page = await admin();
    await page.goto(`${server.url}/numbers/connect`);
    const next = () => page.getByRole('button', { name: 'Next' }).click();
    const field = (name: string) => page.getByRole('textbox', { name });
    const says = (step: string, is: string) =>
      page.locator(`[data-check="${step}"][data-is="${is}"]`).waitFor();

    await page.getByRole('button', { name: 'Begin' }).click();
    await next();
    await field('Phone number ID').fill('+66 2 555 0199');
    await field('WhatsApp Business Account ID').fill(NUMBER.wabaId);
    await next();
    await says('id', 'wrong');
    await field('Phone number ID').fill(NUMBER.phoneNumberId);
    await field('Phone number ID').press('Enter');

    await field('Access token').fill('EAAold');
    await next();
    await says('token', 'wrong');
    // What was typed is there again after a look elsewhere.
    await page.getByRole('link', { name: 'All numbers' }).click();
    await page.getByRole('button', { name: 'Connect a number' }).click();
    await next();
    expect(await field('Phone number ID').inputValue()).toBe(NUMBER.phoneNumberId);
    await next();
    await field('Access token').fill(NUMBER.token);
    await next();

    await field('App secret').fill(NUMBER.appSecret.replace('0', 'f'));
    await next();
    await says('secret', 'wrong');
    await field('App secret').fill(NUMBER.appSecret);
    await next();

    expect(await field('The number itself').inputValue()).toBe(NUMBER.displayNumber);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await says('subscribe', 'ok');
    await next();
    await page.getByText('Waiting for the first message…').waitFor();
    const hello = { type: 'text', text: { body: 'hello' } };
    const posted = await fetch(`${metaUrl}/api/phones/dao/chats/${NUMBER.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(hello),
    });
    expect(posted.status).toBe(201);
    await page.getByText('A message has come in. Your number works.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page
      .locator(`[data-number="${NUMBER.phoneNumberId}"]`)
      .getByText('Works', { exact: true })
      .waitFor();
    expect(await page.content()).not.toContain(NUMBER.token);
  });
});
