import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, newcomer, openBrowser, preparePages } from '../journey/browser.ts';
import { type ServerProcess, startProcess } from '../journey/server-process.ts';
import { report } from './figures.ts';
import { largeFlow } from './large-flow.ts';

/** How smoothly a flow of 500 boxes is dragged and panned in a real browser, and how much its page loads first. */
const NODES = 500;
const FRAMES = 120;

if (chromiumPath === undefined)
  console.log(JSON.stringify({ bench: 'canvas', skipped: 'no Chromium is here: set CHROMIUM_PATH' }));
else await measure();

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  await preparePages();
  const [server, browser] = await Promise.all([startProcess({ DATA_DIR: folder }), openBrowser()]);
  try {
    await fill(server);
    const page = await openFlow(server, browser);
    report('canvas', 'first load kB gzip', await firstLoad(page));
    for (const view of ['near', 'whole'] as const) {
      await look(page, view);
      const box = await boxInSight(page);
      report('canvas', 'drag fps', await framesWhile(page, (n) => move(page, box, n), box), {
        nodes: NODES,
        view,
      });
      const free = { x: 700, y: 860 };
      report('canvas', 'pan fps', await framesWhile(page, (n) => move(page, free, n), free), {
        nodes: NODES,
        view,
      });
    }
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill({ url, signInUrl }: ServerProcess): Promise<void> {
  const key = new URL(signInUrl).searchParams.get('key');
  const answer = await fetch(`${url}/api/v1/flows?id=large`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(largeFlow(NODES)),
  });
  if (answer.status !== 201) throw new Error(`the flow was not taken: ${await answer.text()}`);
}

async function openFlow({ url, signInUrl }: ServerProcess, browser: Browser): Promise<Page> {
  const page = await newcomer(browser, { viewport: { width: 1440, height: 900 } });
  await page.addInitScript("localStorage.setItem('sluice.later', 'yes')");
  await page.goto(signInUrl);
  await page.goto(`${url}/flows/large`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.locator('.react-flow__edge').first().waitFor();
  return page;
}

/** What the browser asked for until the flow was drawn, as it travels. */
async function firstLoad(page: Page): Promise<number> {
  const urls = await page.evaluate<readonly string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\\.(js|css)$/.test(name))",
  );
  const folder = join(import.meta.dirname, '..', '..', 'dist', 'editor', 'assets');
  const known = new Set(await readdir(folder));
  const files = [...new Set(urls.map((url) => url.split('/').at(-1) ?? ''))].filter((name) =>
    known.has(name),
  );
  const sizes = await Promise.all(
    files.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

async function look(page: Page, view: 'near' | 'whole'): Promise<void> {
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 600))');
  if (view === 'whole') return;
  for (let n = 0; n < 8; n += 1) await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 600))');
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The middle of a box that lies wholly in sight. */
async function boxInSight(page: Page): Promise<Place> {
  const places = await page.evaluate<readonly Place[]>(
    `[...document.querySelectorAll('.react-flow__node-box')].map((one) => one.getBoundingClientRect())
      .filter(({ x, y, right, bottom }) => x > 260 && y > 150 && right < 1200 && bottom < 720)
      .map(({ x, y, width }) => ({ x: x + width / 2, y: y + 6 }))`,
  );
  const place = places[Math.floor(places.length / 2)];
  if (!place) throw new Error('no box is in sight');
  return place;
}

async function move(page: Page, { x, y }: Place, n: number): Promise<void> {
  await page.mouse.move(x + 60 * Math.sin(n / 8), y + 40 * Math.sin(n / 11));
}

/** Frames a second while the mouse is held down and moved, as the page itself counts them. */
async function framesWhile(page: Page, step: (n: number) => Promise<void>, from: Place): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await step(1);
  await page.evaluate(`(() => {
    window.frames_ = [];
    window.isCounting = true;
    const count = (at) => { window.frames_.push(at); if (window.isCounting) requestAnimationFrame(count); };
    requestAnimationFrame(count);
  })()`);
  for (let n = 2; n < FRAMES; n += 1) await step(n);
  const frames = await page.evaluate<readonly number[]>('window.isCounting = false, window.frames_');
  await page.mouse.up();
  const [first = 0, last = 1] = [frames[0], frames.at(-1)];
  return ((frames.length - 1) * 1_000) / (last - first);
}
