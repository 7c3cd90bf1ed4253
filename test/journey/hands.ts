import type { Locator, Page } from 'playwright-core';
import { canvasTexts } from '../../editor/canvas/texts.ts';
import { inspectorTexts } from '../../editor/inspector/inspector-texts.ts';
import { studioTexts } from '../../editor/studio/texts.ts';
import type { Words } from './words.ts';

/** Where a line is let fall, in pixels from where it begins. */
interface Void {
  readonly dx: number;
  readonly dy: number;
}

/** What somebody does in the studio, by what they see there. */
export interface Hands {
  button(name: string, within?: Page | Locator): Locator;
  /** The boxes with this title. */
  titled(title: string): Locator;
  /** What stands beside the canvas. */
  panel(): Locator;
  /** A kind of box in the palette, named in English. */
  palette(type: string, title: string): Locator;
  /** The dot of a way out, named in English. */
  way(from: Locator, type: string, port: string): Locator;
  publishButton(): Locator;
  isSaved(): Promise<void>;
  /** Draws a line from a way out, and lets it fall somewhere or on something. */
  draw(from: Locator, to: Locator | Void): Promise<void>;
  /** Chooses what follows in the box that asks, and writes what it says. */
  follow(type: string, title: string, text: string): Promise<void>;
  /** Writes into the setting that a new box asks for by itself. */
  write(text: string): Promise<void>;
  /** Gives the box that is open a name. */
  rename(title: string): Promise<void>;
}

/** The hands of whoever reads the page in this language. */
export function handsOn(page: Page, { of, node }: Words): Hands {
  const button: Hands['button'] = (name, within = page) => within.getByRole('button', { name, exact: true });
  const panel = () => page.getByRole('complementary', { name: of(studioTexts, 'details'), exact: true });
  const write = async (text: string): Promise<void> => {
    await panel().locator('input:focus, textarea:focus').waitFor();
    await page.keyboard.type(text);
  };
  return {
    button,
    panel,
    write,
    titled: (title) =>
      page
        .locator('.react-flow__node-box')
        .filter({ has: page.locator('.box-title').getByText(title, { exact: true }) }),
    palette: (type, title) =>
      button(node(type, title), page.getByRole('complementary', { name: of(canvasTexts, 'palette') })),
    way: (from, type, port) =>
      from
        .locator('.box-port')
        .filter({ has: page.getByText(node(type, port), { exact: true }) })
        .locator('.react-flow__handle'),
    publishButton: () => button(of(studioTexts, 'publish'), page.locator('.top-bar')),
    isSaved: () => page.locator('[data-saving="saved"]').waitFor(),
    draw: async (from, to) => {
      // Hovering waits until the canvas has come to rest.
      await from.hover();
      const at = await middleOf(from);
      const end = 'dx' in to ? { x: at.x + to.dx, y: at.y + to.dy } : await middleOf(to);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 8 });
      await page.mouse.up();
    },
    follow: async (type, title, text) => {
      await page.getByRole('combobox', { name: of(canvasTexts, 'what') }).fill(node(type, title));
      await page.keyboard.press('Enter');
      await write(text);
    },
    rename: (title) => panel().getByLabel(of(inspectorTexts, 'rename')).fill(title),
  };
}

async function middleOf(what: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
