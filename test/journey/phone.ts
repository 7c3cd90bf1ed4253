import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The virtual phone in a browser, by what a person sees and touches. */
export interface Phone {
  readonly page: Page;
  /** Every bubble, oldest first. */
  readonly bubbles: Locator;
  /** Types and sends. */
  write(text: string): Promise<void>;
  /** Taps a button under the newest message that has it. */
  tap(label: string): Promise<void>;
  /** Opens the newest list and chooses a row. */
  choose(list: string, row: string): Promise<void>;
  /** Waits until the newest bubble says something. */
  hears(words: string | RegExp): Promise<void>;
  /** What stands in the bubbles, without the times. */
  texts(): Promise<readonly string[]>;
}

const PATIENCE = { timeout: 30_000, interval: 50 };

/** The phone that a page shows. */
export function phoneOn(page: Page): Phone {
  const log = page.getByRole('log');
  const bubbles = log.locator('.bubble:not(.dots)');
  const texts = () =>
    bubbles.evaluateAll((all) =>
      all.map((bubble) => {
        const { innerText } = bubble as { readonly innerText: string };
        return innerText.replace(/\s*\d{1,2}:\d{2}(\s*[AP]M)?\s*$/i, '').trim();
      }),
    );
  return {
    page,
    bubbles,
    texts,
    write: async (text) => {
      const field = page.getByRole('textbox');
      await field.fill(text);
      await field.press('Enter');
    },
    tap: (label) => log.getByRole('button', { name: label, exact: true }).last().click(),
    choose: async (list, row) => {
      await log.getByRole('button', { name: list, exact: true }).last().click();
      await page.getByRole('dialog').getByRole('button', { name: row }).click();
    },
    hears: async (words) => {
      const wanted =
        typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
      await expect.poll(async () => (await texts()).at(-1), PATIENCE).toEqual(wanted);
    },
  };
}

/** Gives somebody a phone and opens it; the page must be signed in. */
export async function phoneOf(page: Page, origin: string, name: string, number: string): Promise<Phone> {
  const answer = await page.request.post(`${origin}/simulator/api/phones`, {
    headers: { 'x-sluice': '1' },
    data: { name, number, language: 'en' },
  });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { readonly id: string };
  await page.goto(`${origin}/simulator?phone=${id}`);
  return phoneOn(page);
}
