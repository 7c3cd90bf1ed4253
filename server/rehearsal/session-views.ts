import { sessionsOf } from '../../nodes/contract/conversation.ts';
import { type Json, type JsonObject, sizeOf, toText } from '../../nodes/contract/json.ts';
import type { Session } from '../../nodes/contract/session.ts';
import type { SessionView } from './rehearsed.ts';
import type { Happened, Stage } from './stage.ts';

/** Variables by session, as they were when they were last told of. */
export type Told = Map<string, JsonObject>;

/** The sessions of the conversation and those that have just ended; `told` is brought up to date. */
export function sessionViews(
  stage: Stage,
  happened: readonly Happened[],
  told: Told,
): readonly SessionView[] {
  const { conversation } = stage;
  const living = sessionsOf(conversation).map((session) =>
    livingView(stage, session, session === conversation.session, told),
  );
  const ended = happened
    .flatMap((event) => event.ended)
    .map(
      ({ session: id, flow, why }): SessionView => ({
        ...{ id, flow, name: nameOf(stage, flow.id), state: why, timers: [] },
        ...changes(told, id, stage.vars.get(id) ?? told.get(id) ?? {}),
      }),
    );
  return [...living, ...ended];
}

function livingView(stage: Stage, session: Session, isFront: boolean, told: Told): SessionView {
  const { id, flow, vars, position } = session;
  const about = { id, flow, name: nameOf(stage, flow.id), state: isFront ? 'front' : 'behind' } as const;
  const changed = changes(told, id, vars);
  if (position.is !== 'waiting') return { ...about, timers: [], ...changed };
  const { node, on, timers } = position;
  const title = stage.world.program(flow.id, flow.version)?.nodes.get(node)?.title ?? node;
  const known = timers.flatMap(({ effect, at }) => {
    const timer = stage.timers.find((other) => other.effect === effect);
    return timer ? [{ at, purpose: timer.purpose }] : [];
  });
  return { ...about, node, title, on, timers: known, ...changed };
}

function changes(told: Told, id: string, vars: JsonObject): Pick<SessionView, 'set' | 'unset'> {
  const before = told.get(id) ?? {};
  told.set(id, vars);
  const set = Object.entries(vars).filter(([name, value]) => !isSame(before[name], value));
  return {
    set: Object.fromEntries(set.map(([name, value]) => [name, cut(value)])),
    unset: Object.keys(before).filter((name) => !Object.hasOwn(vars, name)),
  };
}

const isSame = (a: Json | undefined, b: Json): boolean =>
  a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b));

/** Longer values say no more to somebody who looks. */
const MOST = 2_000;
const cut = (value: Json): Json => (sizeOf(value, MOST) <= MOST ? value : `${toText(value).slice(0, MOST)}…`);

const nameOf = ({ world }: Stage, flow: string): string => world.program(flow)?.name ?? flow;
