import assert from 'node:assert/strict';
import { type Conversation, sessionsOf, waitsFor } from '../../nodes/contract/conversation.ts';
import type { Session } from '../../nodes/contract/session.ts';
import type { Advance } from '../../server/engine/advance.ts';
import { explain } from '../../server/engine/explain.ts';
import type { Life } from './random-life.ts';

/** More than 200 nodes can say. */
const MOST_EFFECTS = 4_500;

/** What must hold after every event, whatever the flow and whatever happened. */
export function checkPromises(life: Life, before: Conversation, after: Advance): void {
  const { conversation, decision, effects } = after;
  const { background, seen } = conversation;
  assert(background.length <= 20, 'at most twenty wait behind');
  assert(seen.length <= 20 && new Set(seen).size === seen.length, 'what was seen is kept short');
  assert(effects.length < MOST_EFFECTS, 'effects are bounded');
  checkEnds(before, after);
  checkOwner(life, conversation);
  for (const session of sessionsOf(conversation)) checkRest(life, session);
  if (decision) assert.match(explain(decision), /^\S.*[^.,]\.$/s);
}

/** No session vanishes, and none ends twice. */
function checkEnds(before: Conversation, { conversation, ended }: Advance): void {
  const here = new Set(sessionsOf(conversation).map(({ id }) => id));
  assert.equal(here.size, sessionsOf(conversation).length, 'no two sessions share an id');
  const over = new Set(ended.map(({ session }) => session));
  assert.equal(over.size, ended.length, 'no session ends twice');
  for (const id of over) assert(!here.has(id), `${id} has ended and is still here`);
  for (const { id } of sessionsOf(before)) assert(here.has(id) || over.has(id), `${id} has vanished`);
  for (const { why, detail } of ended) assert(why !== 'failed' || detail, 'a failure says why');
}

function checkOwner(life: Life, conversation: Conversation): void {
  const { owner, session } = conversation;
  assert(owner.is !== 'bot' || session, 'the bot owns what has a session in front');
  assert(owner.is !== 'nobody' || !session, 'what has a session in front is owned');
  const awaited = 'effect' in owner ? owner.effect : undefined;
  const waiting = sessionsOf(conversation);
  if (owner.is === 'queue' && awaited !== undefined)
    assert(
      waiting.some((known) => waitsFor(known, awaited)),
      'a hand-over in the queue is waited for',
    );
  for (const known of waiting)
    for (const effect of effectsOf(known))
      assert(
        life.issued.get(effect)?.type !== 'handOver' || effect === awaited,
        'nobody waits for people who do not know of it',
      );
}

const effectsOf = ({ position }: Session): readonly string[] =>
  position.is === 'waiting' ? position.effects : [];

/** A session at rest waits for something that can come. */
function checkRest({ issued }: Life, { id, position }: Session): void {
  if (position.is !== 'waiting') assert.fail(`${id} is ${position.is}`);
  assert(position.on === 'reply' || position.effects.length > 0, `${id} waits for nothing`);
  for (const effect of position.effects) assert(issued.has(effect), `${id} waits for ${effect}`);
  for (const { effect, at } of position.timers) {
    const timer = issued.get(effect);
    assert(timer?.type === 'startTimer' && timer.at === at, `${id} has a timer that was not started`);
    assert(position.effects.includes(effect));
  }
}
