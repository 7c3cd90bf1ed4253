import type { ApiDeps } from './deps.ts';

/** Something of the workspace has changed: other processes hear of it, and this one takes it up at once. */
export async function changed({ store, workspace }: Pick<ApiDeps, 'store' | 'workspace'>): Promise<void> {
  await store.workspace.touch();
  await workspace.refresh();
}
