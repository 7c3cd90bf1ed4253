import { describe, expect, test } from 'vitest';
import type { ChatMessage, PendingWebhook } from '../../server/simulator/model.ts';
import type { SimulatorStore } from '../../server/simulator/store/store.ts';

const message = (id: string, order: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  chat: 'n:p',
  from: 'business',
  order,
  at: order,
  type: 'text',
  content: { body: id, $set: { 'a.b': 1 } },
  status: 'delivered',
  ...more,
});
const webhook = (id: string, dueAt: number): PendingWebhook => ({
  id,
  phoneNumberId: 'n',
  value: { $where: 'x', 'a.b': 1 },
  dueAt,
  createdAt: 1,
});

/** What every store of the simulator must do. `open` gives an empty one; `reopen` what is left after a restart. */
export function storeSuite(
  name: string,
  open: () => Promise<{ store: SimulatorStore; reopen: () => Promise<SimulatorStore> }>,
): void {
  describe(name, () => {
    test('history is read in pages, oldest first, and survives a restart', async () => {
      const { store, reopen } = await open();
      const all = [1, 2, 3, 4, 5].map((order) => message(`m${order}`, order));
      await Promise.all(all.map((each) => store.saveMessage(each)));
      await store.saveMessage(message('other', 9, { chat: 'n:q' }));
      const again = await reopen();
      expect(await again.history('n:p', Number.MAX_SAFE_INTEGER, 2)).toEqual(all.slice(3));
      expect(await again.history('n:p', 4, 10)).toEqual(all.slice(0, 3));
      expect(await again.message('m3')).toEqual(all[2]);
      expect(await again.message('nobody')).toBeUndefined();
    });

    test('a status only moves forward', async () => {
      const { store } = await open();
      await store.saveMessage(message('m1', 1, { from: 'phone', status: 'sent' }));
      expect(await store.advance('m1', 'delivered')).toBe(true);
      expect(await store.advance('m1', 'delivered')).toBe(false);
      expect(await store.advance('nobody', 'delivered')).toBe(false);
      expect(await store.markRead({ chat: 'n:p', from: 'phone', upTo: 1 })).toEqual(['m1']);
      expect(await store.advance('m1', 'delivered')).toBe(false);
      expect((await store.message('m1'))?.status).toBe('read');
    });

    test('reading goes up to an order, and only one side', async () => {
      const { store } = await open();
      for (const order of [1, 2, 3]) await store.saveMessage(message(`m${order}`, order));
      await store.saveMessage(message('mine', 2, { from: 'phone' }));
      const reach = { chat: 'n:p', from: 'business', upTo: 2 } as const;
      expect([...(await store.markRead(reach))].sort()).toEqual(['m1', 'm2']);
      expect(await store.markRead(reach)).toEqual([]);
    });

    test('numbers, phones, chats and webhooks are there after a restart', async () => {
      const { store, reopen } = await open();
      const phone = { id: 'p', name: 'Ana', number: '1', bsuid: 'US.1' };
      const chat = { id: 'n:p', phoneNumberId: 'n', phoneId: 'p', lastInboundAt: 1 };
      await store.savePhone(phone);
      await store.savePhone({ ...phone, name: 'Anna' });
      await store.saveChat(chat);
      await store.saveChat({ ...chat, lastInboundAt: 2 });
      await store.saveWebhooks([webhook('a', 1), webhook('b', 2), webhook('c', 3)]);
      await store.removeWebhooks(['a', 'c']);
      const world = await (await reopen()).load();
      expect(world.phones).toEqual([{ ...phone, name: 'Anna' }]);
      expect(world.chats).toEqual([{ ...chat, lastInboundAt: 2 }]);
      expect(world.webhooks).toEqual([webhook('b', 2)]);
    });

    test('files are kept whole, and old things are forgotten', async () => {
      const { store, reopen } = await open();
      const bytes = Buffer.alloc(1_300_000, 'abc');
      const info = {
        id: '1',
        phoneNumberId: 'n',
        mimeType: 'image/png',
        size: bytes.length,
        sha256: 'x',
        createdAt: 5,
      };
      await store.saveMedia(info, bytes);
      await store.saveMedia({ ...info, id: '2', size: 0, createdAt: 50 }, Buffer.alloc(0));
      await store.saveMessage(message('old', 5));
      await store.saveMessage(message('new', 50));
      const again = await reopen();
      expect(await again.media('1')).toEqual(info);
      expect((await again.mediaBytes('1'))?.equals(bytes)).toBe(true);
      await again.prune(10);
      expect(await again.media('1')).toBeUndefined();
      expect(await again.mediaBytes('1')).toBeUndefined();
      expect(await again.mediaBytes('2')).toHaveLength(0);
      expect((await again.history('n:p', 100, 10)).map(({ id }) => id)).toEqual(['new']);
    });
  });
}
