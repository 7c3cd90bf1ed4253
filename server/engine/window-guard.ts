import type { Effect } from '../../nodes/contract/effect.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { leave, type Outcome } from '../../nodes/contract/node-type.ts';
import { type Fallback, windowOpen } from '../../nodes/contract/window.ts';
import type { Run, Turn } from './run.ts';
import { scopeOf } from './visit.ts';

/**
 * Outside the 24-hour window only templates are delivered (Graph error 131047). A node that wants to say
 * something else then says its fallback template instead, or leaves by *window closed* having said nothing.
 */
export function guardWindow(run: Run, { node }: Turn, outcome: Outcome): Outcome {
  const effects = outcome.effects ?? [];
  if (!effects.some(needsWindow) || windowOpen(run.lastInboundAt, run.event.at)) return outcome;
  const fallback = fallbackOf(node.fill(() => scopeOf(run)));
  if (!fallback) return leave('windowClosed');
  const first = effects.findIndex(needsWindow);
  const template: Effect = { type: 'sendMessage', message: { kind: 'template', ...fallback } };
  return {
    ...outcome,
    effects: effects.flatMap((effect, i) => (i === first ? [template] : needsWindow(effect) ? [] : [effect])),
  };
}

const needsWindow = (effect: Effect): boolean =>
  effect.type === 'sendMessage' && effect.message.kind !== 'template';

const fallbackOf = (params: JsonObject): Fallback | undefined => params['fallback'] as Fallback | undefined;
