import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import { compile, triggersOf } from './compile.ts';
import type { Program, TriggerEntry, World } from './world.ts';

/** The parts that a world is made of. */
export interface WorldParts {
  readonly types: Registry;
  /** The live version of each published flow. */
  readonly live: readonly FlowVersion[];
  /** Older versions that sessions are still inside, or whose buttons people may still tap. */
  older?(flow: string, version: number): Program | undefined;
  readonly calendars: readonly Calendar[];
  readonly numbers: readonly NumberPlan[];
  readonly settings: Settings;
}

/** Which flows are live on a number. */
export interface NumberPlan {
  readonly id: string;
  /** Flow ids; without the list, every flow. */
  readonly flows?: readonly string[];
  readonly fallback?: string;
}

/** Makes a world ready to run. Pure and dear: make it once, when something in the workspace changes. */
export function compileWorld({ types, live, older, calendars, numbers, settings }: WorldParts): World {
  const current = new Map(live.map((version) => [version.flow, compile(types, version)]));
  const triggers = [...current.values()].flatMap(triggersOf);
  const plans = new Map(numbers.map((plan) => [plan.id, lineUp(plan, triggers)]));
  const hours = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return {
    program: (flow, version) => {
      const now = current.get(flow);
      return version === undefined || now?.ref.version === version ? now : older?.(flow, version);
    },
    triggers: (number) => plans.get(number)?.triggers ?? triggers,
    fallback: (number) => plans.get(number)?.fallback,
    calendar: (id) => hours.get(id),
    settings,
  };
}

const lineUp = ({ flows, fallback }: NumberPlan, triggers: readonly TriggerEntry[]) => ({
  triggers: flows ? triggers.filter(({ flow }) => flows.includes(flow.id)) : triggers,
  fallback,
});
