import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

const TOP = ['editor', 'flows-examples', 'nodes', 'server', 'test'];

test('the rooms of the house stand', async () => {
  expect(await readdir('.')).toEqual(expect.arrayContaining(TOP));
});
