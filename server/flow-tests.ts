import { randomUUID } from 'node:crypto';
import { problems } from './problems.ts';
import { type DiffLine, lineDiff } from './rehearsal/line-diff.ts';
import { chatHolds, playing, withoutExplanations } from './rehearsal/play-chat.ts';
import { inSlices, readChat, type Stagecraft, worldOf } from './rehearse.ts';
import type { FlowTestRecord, Store } from './store/store.ts';

export const MOST_TESTS = 200;

/** How a test of a flow went. */
export interface TestOutcome {
  readonly test: string;
  readonly holds: boolean;
  /** How it really went. */
  readonly chat: string;
  /** From how it must go to how it went; empty when it holds. */
  readonly diff: readonly DiffLine[];
  /** Lines that could not happen. */
  readonly problems: readonly string[];
}

/** Plays the tests of a flow on a draft of it, in the workspace as it stands. */
export async function runTests(
  craft: Stagecraft,
  tests: readonly FlowTestRecord[],
): Promise<readonly TestOutcome[]> {
  const outcomes: TestOutcome[] = [];
  for (const test of tests) outcomes.push(await runTest(craft, test));
  return outcomes;
}

async function runTest(craft: Stagecraft, { id, chat: written }: FlowTestRecord): Promise<TestOutcome> {
  const { chat, tooLong } = readChat(craft, written);
  const played = await inSlices(playing(worldOf(craft, chat.setting), craft.version.flow, chat));
  const holds = tooLong.length === 0 && chatHolds(played, written);
  return {
    test: id,
    holds,
    chat: played.text,
    diff: holds ? [] : lineDiff(withoutExplanations(written), withoutExplanations(played.text)),
    problems: [...tooLong.map(({ message }) => message), ...played.problems],
  };
}

/** Adds chats to the tests of a flow, as an imported example brings them along. */
export async function keepTests(
  store: Store,
  flow: string,
  chats: readonly { readonly name: string; readonly chat: string }[],
  { at, by }: { readonly at: number; readonly by?: string },
): Promise<readonly FlowTestRecord[]> {
  const known = await store.flowTests.of(flow);
  if (known.length + chats.length > MOST_TESTS) throw problems.tooManyTests(MOST_TESTS);
  const made = chats.map(({ name, chat }) => ({
    ...{ id: randomUUID(), flow, name, chat, updatedAt: at },
    ...(by !== undefined && { by }),
  }));
  for (const test of made) await store.flowTests.put(test);
  return made;
}
