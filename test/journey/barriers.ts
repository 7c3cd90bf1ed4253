import type { Page } from 'playwright-core';

/** What axe, which the page must have loaded, finds that keeps people out. What fades in is looked at when it is there. */
export const barriers = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)).then(() => axe.run()).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html, any }) =>
      [id, target.join(' '), html.slice(0, 120), any[0]?.message ?? ''].join(' | '))))`);
