import type { Notice } from '../../channels/channel.ts';
import { numberNewsIn } from '../../channels/whatsapp/number-news.ts';
import type { ApiDeps } from '../deps.ts';

/** Keeps what Meta tells about numbers: their quality, limits and troubles. */
export async function heedNotices(
  { workspace, numberWatch }: Pick<ApiDeps, 'workspace' | 'numberWatch'>,
  notices: readonly Notice[],
): Promise<void> {
  for (const notice of notices) {
    const news = numberNewsIn(notice);
    if (!news) continue;
    const { account, display, ...learnt } = news;
    if (Object.keys(learnt).length === 0) continue;
    const meant = workspace
      .numbers()
      .filter((number) => number.account === account)
      .filter((number) => display === undefined || number.display.replace(/\D/g, '') === display);
    for (const { id } of meant) await numberWatch.learn(id, learnt);
  }
}
