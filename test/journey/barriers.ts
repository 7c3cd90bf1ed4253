import type { Page } from 'playwright-core';

/** What axe, which the page must have loaded, finds that keeps people out: rule and place. */
export const barriers = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html, any }) =>
      [id, target.join(' '), html.slice(0, 120), any[0]?.message ?? ''].join(' | '))))`);
