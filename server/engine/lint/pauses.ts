import { parseDuration } from '../../../nodes/contract/duration.ts';
import type { Effect } from '../../../nodes/contract/effect.ts';
import { type NoReply, noReplyProperty } from '../../../nodes/contract/no-reply.ts';
import type { AnyNodeType, Outcome, Port } from '../../../nodes/contract/node-type.ts';
import { WINDOW_MS } from '../../../nodes/contract/window.ts';
import type { SurveyedNode } from './survey.ts';
import { tryEntering } from './try-node.ts';
import { formatOf } from './walk-params.ts';

/** How long the contact may stay silent while a session is at a node. */
export interface Pause {
  /** Until the node says its last word of its own, after it was entered: its last reminder. */
  readonly untilLastWord: number;
  /** How much longer than on arrival it may have been silent when leaving by a port; undefined: it has just spoken. */
  whenLeaving(port: Port): number | undefined;
}

/** The field in which a type asks what to do when nobody replies, if it waits for people at all. */
export const noReplyFieldOf = (type: AnyNodeType): string | undefined =>
  Object.entries(type.params.properties).find(
    ([, schema]) => schema.type === 'object' && schema.properties === noReplyProperty.properties,
  )?.[0];

export function pauseOf(node: SurveyedNode): Pause {
  const { type } = node;
  if (!type?.resume || node.state !== 'sound') return { untilLastWord: 0, whenLeaving: () => 0 };
  const field = noReplyFieldOf(type);
  return field === undefined ? sleeping(node, type) : asking(node.node.params[field] as NoReply | undefined);
}

function asking(noReply: NoReply | undefined): Pause {
  const reminders = noReply?.reminders ?? [];
  const untilLastWord = reminders.reduce((sum, { after }) => sum + parseDuration(after), 0);
  // Open hours may be over for a weekend, whatever the hours add up to.
  const silence = noReply?.calendar
    ? WINDOW_MS
    : untilLastWord + (noReply ? parseDuration(noReply.after) : 0);
  return {
    untilLastWord: reminders.length > 0 && noReply?.calendar ? WINDOW_MS : untilLastWord,
    whenLeaving: ({ when }) => (when === 'silence' ? silence : when === 'window' ? untilLastWord : undefined),
  };
}

function sleeping(node: SurveyedNode, type: AnyNodeType): Pause {
  const tried = tryEntering(type, node.node.params);
  const on = tried?.move === 'wait' ? tried.on : undefined;
  if (on === 'reply') return { untilLastWord: 0, whenLeaving: () => undefined };
  const timers = timersOf(tried).map((effect) => (effect.type === 'startTimer' ? effect.at : 0));
  const countsHours = on !== 'answer' && node.values.some(({ schema }) => formatOf(schema) === 'calendar');
  const longest = countsHours ? WINDOW_MS : Math.max(0, ...timers);
  const atOnce = tried?.move === 'leave' ? tried.by : undefined;
  return {
    untilLastWord: 0,
    whenLeaving: ({ id, when }) => (id === atOnce || when === 'window' ? 0 : longest),
  };
}

const timersOf = (outcome: Outcome | undefined): readonly Effect[] =>
  outcome?.move === 'wait'
    ? (outcome.effects ?? [])
    : outcome?.move === 'leave'
      ? (outcome.fork?.effects ?? [])
      : [];
