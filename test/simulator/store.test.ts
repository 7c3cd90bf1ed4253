import { memoryStore } from '../../server/simulator/store/memory-store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('the store in memory', async () => {
  const store = memoryStore();
  return { store, reopen: async () => store };
});
