import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../nodes/contract/conversation.ts';
import { advance, takeable } from '../../server/engine/advance.ts';
import type { World } from '../../server/engine/world.ts';
import { checkPromises } from './promises.ts';
import { type Deed, deeds, eventOf, type Life, lived, newLife } from './random-life.ts';
import { type Worlds, worlds } from './random-worlds.ts';
import { stored } from './talk.ts';

/** Moves a life by an event, once from memory and once from storage. */
function move(world: World, life: Life, event: ConversationEvent): void {
  const { conversation, contact } = life;
  const after = advance(world, { conversation, contact }, event);
  const again = advance(world, stored({ conversation, contact }), stored(event));
  assert.equal(JSON.stringify(again), JSON.stringify(after), 'storage changes nothing');
  lived(life, event, after);
  checkPromises(life, conversation, after);
}

function live({ before, after }: Worlds, story: readonly Deed[]): Life {
  const life = newLife();
  for (const [n, deed] of story.entries()) {
    const world = n < story.length / 2 ? before : after;
    const event = eventOf(life, deed);
    if (event) move(world, life, event);
    // What may be taken up is taken up, and that comes to an end.
    for (let left = life.conversation.queue.length; left > 0; left -= 1) {
      const next = takeable(life.conversation, life.now);
      if (next) move(world, life, next);
    }
    assert.equal(takeable(life.conversation, life.now), undefined);
  }
  return life;
}

/** Looking for a smaller example of what went wrong comes to an end. */
const PATIENCE_MS = 20_000;

test.each([
  ['well-made', false, 100],
  ['damaged', true, 60],
])('whatever happens to a conversation in %s flows, the engine keeps its promises', (_, broken, numRuns) => {
  fc.assert(
    fc.property(worlds(broken), deeds(), (world, story) => {
      live(world, story);
    }),
    { numRuns, interruptAfterTimeLimit: PATIENCE_MS },
  );
});

const EFFECTS = [
  'crmLookup',
  'handOver',
  'httpRequest',
  'reachGoal',
  'sendMessage',
  'startTimer',
  'updateContact',
];
const DECISIONS = [
  'branch',
  'fallback',
  'nobody',
  'noted',
  'optIn',
  'optOut',
  'owner',
  'queue',
  'session',
  'start',
];
const ENDS = ['completed', 'expired', 'failed', 'left'];

test('random lives reach every kind of effect, decision and end', () => {
  const missing = new Set([...EFFECTS, ...DECISIONS, ...ENDS]);
  for (let seed = 151; seed <= 180 && missing.size > 0; seed += 1)
    for (const [world, story] of fc.sample(fc.tuple(worlds(false), deeds(30)), { numRuns: 20, seed })) {
      const { issued, outcomes } = live(world, story);
      for (const { type } of issued.values()) missing.delete(type);
      for (const outcome of outcomes) missing.delete(outcome);
    }
  expect([...missing]).toEqual([]);
});
