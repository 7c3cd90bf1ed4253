import { expect, test } from 'vitest';
import { WINDOW_MS, windowOpen } from '../../nodes/contract/window.ts';

test.each([
  ['right after the contact wrote', 1_000, 1_000, true],
  ['in the last moment', 1_000, 1_000 + WINDOW_MS - 1, true],
  ['24 hours later', 1_000, 1_000 + WINDOW_MS, false],
  ['for a contact who never wrote', undefined, 0, false],
])('the window %s', (_when, lastInboundAt, at, open) => {
  expect(windowOpen(lastInboundAt, at)).toBe(open);
});
