import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import { triggersOf } from './compile.ts';
import type { NumberPlan } from './compile-world.ts';
import type { Program, TriggerEntry, World } from './world.ts';

/** What is to be otherwise in a world; all else stays as it is. */
export interface Overlay {
  /** Takes the place of the live version of its flow, or is live as well if there is none. */
  readonly program: Program;
  /** The number that is talked to, and what is live on it. */
  readonly number: NumberPlan;
  readonly calendars: readonly Calendar[];
  readonly settings: Settings;
}

/** A world in which one flow is another version of itself: what production will be once that is published. */
export function overlayWorld(base: World, { program, number, calendars, settings }: Overlay): World {
  const triggers = withTriggersOf(program, base.triggers(''));
  const ofNumber = number.flows ? triggers.filter(({ flow }) => number.flows?.includes(flow.id)) : triggers;
  const hours = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const { id, version: own } = program.ref;
  return {
    program: (flow, version) =>
      flow === id && (version === undefined || version === own) ? program : base.program(flow, version),
    triggers: (asked) => (asked === number.id ? ofNumber : triggers),
    fallback: (asked) => (asked === number.id ? number.fallback : base.fallback(asked)),
    calendar: (asked) => hours.get(asked) ?? base.calendar(asked),
    settings,
  };
}

/** In the place of the flow's own, since the order of the list decides where all else is equal. */
function withTriggersOf(program: Program, live: readonly TriggerEntry[]): readonly TriggerEntry[] {
  const own = triggersOf(program);
  const place = live.findIndex(({ flow }) => flow.id === program.ref.id);
  const others = live.filter(({ flow }) => flow.id !== program.ref.id);
  const at = place === -1 ? others.length : place;
  return [...others.slice(0, at), ...own, ...others.slice(at)];
}
