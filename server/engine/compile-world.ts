import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { FlowRef, FlowVersion } from '../../nodes/contract/flow.ts';
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
  /** Is told of a live flow that cannot be run and is left out; without it, such a flow throws. */
  onBroken?(flow: FlowRef, error: unknown): void;
}

/** Which flows are live on a number. */
export interface NumberPlan {
  readonly id: string;
  /** Flow ids; without the list, every flow. */
  readonly flows?: readonly string[];
  readonly fallback?: string;
}

/** Makes a world ready to run. Pure and dear: make it once, when something in the workspace changes. */
export function compileWorld(parts: WorldParts): World {
  const { older, calendars, numbers, settings } = parts;
  const compiled = parts.live.flatMap((version) => compileLive(parts, version));
  const current = new Map(compiled.map(({ program }) => [program.ref.id, program]));
  const triggers = compiled.flatMap((flow) => flow.triggers);
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

/** One flow that today's node types refuse must not take all the others away. */
function compileLive({ types, onBroken }: WorldParts, version: FlowVersion) {
  try {
    const program = compile(types, version);
    return [{ program, triggers: triggersOf(program) }];
  } catch (error) {
    if (!onBroken) throw error;
    onBroken({ id: version.flow, version: version.version }, error);
    return [];
  }
}
