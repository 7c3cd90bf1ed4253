import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../database.ts';
import { flow } from '../editor/documents.ts';
import { chromiumPath, newcomer, openBrowser, preparePages } from './browser.ts';
import { freePort } from './free-port.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const SEEN = { timeout: 60_000, interval: 100 };
const TEST_MS = 180_000;
const WHERE = chromiumPath === undefined ? 'no Chromium is here: set CHROMIUM_PATH' : 'with a browser';

let browser: Browser;
let server: ServerProcess;
let env: { readonly [name: string]: string };

const key = () => new URL(server.signInUrl).searchParams.get('key');

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
async function ask(method: string, path: string, body?: object): Promise<any> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key()}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

/** A flow of two boxes with this id. */
async function makeFlow(id: string): Promise<void> {
  const { graph, layout } = flow(['a', 'b'], 'a answered b');
  const nodes = graph.nodes.map((node) => ({ ...node, title: `Box ${node.id}` }));
  await ask('POST', `/flows?id=${id}`, { spec: 2, name: id, ...graph, nodes, layout });
}

async function openFlow(id: string): Promise<Page> {
  const page = await newcomer(browser, { viewport: { width: 1440, height: 900 } });
  await page.addInitScript("localStorage.setItem('sluice.later', 'yes')");
  await page.goto(server.signInUrl);
  await page.goto(`${server.url}/flows/${id}`);
  await page.locator('.react-flow__node').first().waitFor();
  return page;
}

const boxes = (page: Page) => page.locator('.react-flow__node-box');
const box = (page: Page, title: string) => boxes(page).filter({ hasText: title });
const isSaved = (page: Page) => page.locator('[data-saving="saved"]').waitFor({ timeout: 60_000 });
const draftOf = async (id: string) => (await ask('GET', `/flows/${id}`)).draft;

/** Puts a sticky note on the canvas. */
async function leaveNote(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a sticky note' }).click();
  await page.keyboard.type(title);
  await page.keyboard.press('Escape');
}

describe.skipIf(chromiumPath === undefined)(`the canvas, ${WHERE}`, { timeout: TEST_MS }, () => {
  beforeAll(async () => {
    await preparePages();
    env = { DATA_DIR: await temporaryFolder(), PORT: String(await freePort()) };
    [server, browser] = await Promise.all([startProcess(env), openBrowser()]);
  }, TEST_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(env['DATA_DIR'] ?? '', { recursive: true, force: true });
  });

  test('a box is dragged from the palette, another follows a port, and all of it is taken back', async () => {
    await makeFlow('drawing');
    const page = await openFlow('drawing');
    const pane = page.locator('.react-flow__pane');
    await page
      .getByRole('button', { name: 'Send message' })
      .dragTo(pane, { targetPosition: { x: 300, y: 560 } });
    await expect.poll(() => boxes(page).count(), SEEN).toBe(3);
    const port = box(page, 'Send message').locator('.react-flow__handle-right').first();
    // Hovering waits until the canvas has come to rest.
    await port.hover();
    const at = await port.boundingBox();
    await page.mouse.down();
    await page.mouse.move(at!.x + 100, at!.y + 40, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('combobox', { name: 'What happens next?' }).fill('question');
    await page.keyboard.press('Enter');
    await expect.poll(() => boxes(page).count(), SEEN).toBe(4);
    await expect.poll(() => page.locator('.react-flow__edge').count(), SEEN).toBe(2);
    await isSaved(page);
    const { graph } = await draftOf('drawing');
    expect(graph.nodes).toHaveLength(4);
    expect(graph.edges[1].from).toBe(graph.nodes[2].id);
    await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => boxes(page).count(), SEEN).toBe(2);
    await page.keyboard.press('Control+y');
    await expect.poll(() => boxes(page).count(), SEEN).toBe(3);
    await isSaved(page);
    expect((await draftOf('drawing')).graph.nodes).toHaveLength(3);
  });

  test('boxes are copied from one flow and pasted into another', async () => {
    await makeFlow('from');
    await makeFlow('to');
    const page = await openFlow('from');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('Control+a');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Control+c');
    await page.goto(`${server.url}/flows/to`);
    await boxes(page).first().waitFor();
    await page.keyboard.press('Control+v');
    await expect.poll(() => boxes(page).count(), SEEN).toBe(4);
    await isSaved(page);
    const { graph } = await draftOf('to');
    expect([graph.nodes.length, graph.edges.length]).toEqual([4, 2]);
    expect(new Set(graph.nodes.map(({ id }: { id: string }) => id)).size).toBe(4);
  });

  test('two people draw at once: both see the other, and both changes stay', async () => {
    await makeFlow('both');
    const [one, two] = [await openFlow('both'), await openFlow('both')];
    await one.locator('.person-here').waitFor();
    await leaveNote(one, 'From one');
    await two.locator('.note', { hasText: 'From one' }).waitFor();
    await leaveNote(two, 'From two');
    await one.locator('.note', { hasText: 'From two' }).waitFor();
    await isSaved(one);
    await isSaved(two);
    const { notes } = await draftOf('both');
    expect(notes.map(({ text }: { text: string }) => text).toSorted()).toEqual(['From one', 'From two']);
  });

  test('when both change the same, the later one is asked', async () => {
    await makeFlow('clash');
    const page = await openFlow('clash');
    // Whoever is cut off works on, and meets the other's save when they are back.
    await page.context().setOffline(true);
    const name = page.getByRole('heading', { level: 1 }).getByRole('button');
    await name.click();
    await page.getByRole('textbox', { name: 'Name of the flow' }).fill('Mine');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved: the server does not answer').waitFor();
    const { revision, draft } = await ask('GET', '/flows/clash');
    const { graph, layout } = draft;
    await ask('PUT', '/flows/clash', { revision, file: { name: 'Theirs', ...graph, layout } });
    await page.context().setOffline(false);
    const dialog = page.getByRole('dialog', { name: 'You both changed the same' });
    await dialog.waitFor({ timeout: 60_000 });
    await dialog.getByText('Theirs', { exact: true }).last().waitFor();
    await dialog.getByRole('button', { name: 'All mine' }).click();
    await isSaved(page);
    expect((await ask('GET', '/flows/clash')).name).toBe('Mine');
  });

  test('a server that restarts while somebody draws loses nothing, and neither does a closed tab', async () => {
    await makeFlow('restart');
    const page = await openFlow('restart');
    await server.kill();
    await leaveNote(page, 'While it was away');
    await page.getByText('Not saved: the server does not answer').waitFor();
    const left = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    server = await startProcess(env);
    await left.goto(`${server.url}/flows/restart`);
    await left.getByRole('button', { name: 'Restore them' }).click();
    await left.locator('.note', { hasText: 'While it was away' }).waitFor();
    await isSaved(left);
    expect((await draftOf('restart')).notes).toMatchObject([{ text: 'While it was away' }]);
  });
});
