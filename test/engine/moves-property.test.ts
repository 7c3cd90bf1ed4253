import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConversationEvent, type FlowMove, sessionsOf } from '../../nodes/contract/conversation.ts';
import { advance, takeable } from '../../server/engine/advance.ts';
import { isInside } from '../../server/engine/carry-over.ts';
import type { World } from '../../server/engine/world.ts';
import { checkPromises } from './promises.ts';
import { type Deed, deeds, eventOf, type Life, lived, newLife } from './random-life.ts';
import { type Worlds, worlds } from './random-worlds.ts';

function move(world: World, life: Life, event: ConversationEvent): void {
  const { conversation, contact } = life;
  const after = advance(world, { conversation, contact }, event);
  lived(life, event, after);
  checkPromises(life, conversation, after);
}

function live(world: World, life: Life, story: readonly Deed[]): void {
  for (const deed of story) {
    const event = eventOf(life, deed);
    if (event) move(world, life, event);
    const next = takeable(life.conversation, life.now);
    if (next) move(world, life, next);
  }
}

/** Everybody stands in the new version, or has left: in front, behind, and where a flow waits for another. */
function checkMoved({ conversation }: Life, world: World, order: FlowMove): void {
  const program = world.program(order.flow, order.to);
  for (const session of sessionsOf(conversation)) {
    assert.equal(isInside(session, order), false, 'nobody is left in an older version');
    const { position, flow, stack } = session;
    assert.equal(position.is, 'waiting');
    if (flow.id === order.flow && position.is === 'waiting') assert.ok(program?.nodes.has(position.node));
    for (const frame of stack)
      if (frame.flow.id === order.flow)
        assert.ok(frame.onReturn === 'leave' || program?.nodes.has(frame.node));
  }
}

/** Flow `a` is started for the contact. */
const BEGIN: Deed = { does: 'request', pick: 0, content: { kind: 'text', text: 'go' }, minutes: 0 };

function publishMidway(
  { before, after }: Worlds,
  story: readonly Deed[],
  order: FlowMove,
): { readonly met: boolean; readonly life: Life } {
  const life = newLife();
  const isMet = () => sessionsOf(life.conversation).some((session) => isInside(session, order));
  live(before, life, [BEGIN]);
  // Published while somebody is inside, if it comes to that.
  const first = story.findIndex((deed) => {
    live(before, life, [deed]);
    return isMet();
  });
  const met = isMet();
  move(after, life, { ...order, type: 'flowMoved', id: 'order', at: life.now });
  checkMoved(life, after, order);
  const { conversation, contact } = life;
  const again = advance(after, life, { ...order, type: 'flowMoved', id: 'again', at: life.now });
  assert.deepEqual({ ...again.conversation, seen: [] }, { ...conversation, seen: [] }, 'twice is once');
  assert.deepEqual([again.effects, again.ended, again.contact], [[], [], contact]);
  if (first >= 0) live(after, life, story.slice(first + 1));
  return { met, life };
}

const orders: fc.Arbitrary<FlowMove> = fc.record({
  flow: fc.constant('a'),
  to: fc.constant(2),
  how: fc.constantFrom('move', 'restart'),
  map: fc.dictionary(fc.constantFrom('a1', 'a2', 'a3', 'a4'), fc.constantFrom('a1', 'a2', 'a3', 'gone')),
});

/** Looking for a smaller example of what went wrong comes to an end. */
const PATIENCE_MS = 20_000;

test.each([
  ['well-made', false, 150],
  ['damaged', true, 60],
])('after a publishing in mid-conversation nobody is lost in %s flows', (_, broken, numRuns) => {
  fc.assert(
    fc.property(worlds(broken), deeds(10), orders, (world, story, order) => {
      publishMidway(world, story, order);
    }),
    { numRuns, interruptAfterTimeLimit: PATIENCE_MS },
  );
});

test('random lives are inside an older version often enough to prove something', () => {
  const samples = fc.sample(fc.tuple(worlds(false), deeds(20), orders), { numRuns: 60, seed: 7 });
  const lives = samples.map(([world, story, order]) => publishMidway(world, story, order));
  expect(lives.filter(({ met }) => met).length).toBeGreaterThan(5);
});
