import { knownErrors } from './graph/error-catalog.ts';
import type { Json } from './model.ts';
import { problems } from './problem.ts';

/** How well this WhatsApp behaves. All times in milliseconds. */
export interface Knobs {
  /** Added to the time of every webhook. */
  readonly delayMs: number;
  readonly sentAfterMs: number;
  readonly deliveredAfterMs: number;
  readonly readAfterMs: number;
  /** How often each webhook is posted. */
  readonly repeat: number;
  /** Statuses arrive in the wrong order, messages with a wobble. */
  readonly reorder: boolean;
  /** Statuses that are never told. */
  readonly dropStatuses: readonly string[];
  /** How many changes one POST may carry (Meta: up to 1,000 updates). */
  readonly batch: number;
  /** Concurrent webhook POSTs per number. */
  readonly inFlight: number;
  /** The next `times` sends are refused with this Graph code. */
  readonly refuse: { readonly code: number; readonly times: number } | null;
  /** How long Graph thinks before it answers a send. */
  readonly latencyMs: number;
  /** The next so many sends are accepted, but the connection is cut instead of answered. */
  readonly loseAnswers: number;
  /** Messages a second and number, in and out together; 0 is no limit, Meta's is 80. */
  readonly throughputPerSecond: number;
  /** One message to one person each so many seconds; 0 is no limit, Meta's is 6. */
  readonly pairEverySeconds: number;
  /** How many may leave at once before the pair limit holds. */
  readonly pairBurst: number;
  /** The customer service window; 0 never closes it. */
  readonly windowHours: number;
  /** Whether Graph error 131047 comes as a failed status or as the answer. */
  readonly closedWindow: 'later' | 'at once';
  /** What happens to a message for somebody who is no phone here: 131026, or they become one. */
  readonly strangers: 'undeliverable' | 'welcome';
  /** Webhooks carry business-scoped user ids (since April 2026). */
  readonly bsuid: boolean;
  /** Non-ASCII letters travel as `\uXXXX`, as Graph sends them. */
  readonly escaped: boolean;
}

/** A WhatsApp on a good day. */
export const goodDay: Knobs = {
  delayMs: 0,
  sentAfterMs: 80,
  deliveredAfterMs: 300,
  readAfterMs: 150,
  repeat: 1,
  reorder: false,
  dropStatuses: [],
  batch: 1,
  inFlight: 8,
  refuse: null,
  latencyMs: 0,
  loseAnswers: 0,
  throughputPerSecond: 0,
  pairEverySeconds: 0,
  pairBurst: 45,
  windowHours: 24,
  closedWindow: 'later',
  strangers: 'undeliverable',
  bsuid: true,
  escaped: true,
};

type Check = (value: unknown) => boolean;

const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

const A_DAY = 86_400_000;
const STATUSES = ['sent', 'delivered', 'read', 'failed'];

const checks: Readonly<Record<keyof Knobs, Check>> = {
  delayMs: whole(0, A_DAY),
  sentAfterMs: whole(0, A_DAY),
  deliveredAfterMs: whole(0, A_DAY),
  readAfterMs: whole(0, A_DAY),
  repeat: whole(1, 20),
  reorder: oneOf(true, false),
  dropStatuses: (value) => Array.isArray(value) && value.every((status) => STATUSES.includes(status)),
  batch: whole(1, 1000),
  inFlight: whole(1, 256),
  refuse: isRefusal,
  latencyMs: whole(0, 120_000),
  loseAnswers: whole(0, 1_000_000),
  throughputPerSecond: whole(0, 1_000_000),
  pairEverySeconds: whole(0, 3600),
  pairBurst: whole(1, 10_000),
  windowHours: whole(0, 10_000),
  closedWindow: oneOf('later', 'at once'),
  strangers: oneOf('undeliverable', 'welcome'),
  bsuid: oneOf(true, false),
  escaped: oneOf(true, false),
};

/** The knobs after a turn; an unknown knob or an impossible position is refused by name. */
export function turned(knobs: Knobs, wish: Json): Knobs {
  for (const [name, value] of Object.entries(wish)) {
    if (!Object.hasOwn(checks, name)) throw problems.invalid(`There is no knob called ${name.slice(0, 60)}.`);
    if (!checks[name as keyof Knobs](value))
      throw problems.invalid(`The knob ${name} cannot be turned to that.`);
  }
  return { ...knobs, ...wish };
}

function isRefusal(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { code, times, ...rest } = value as Json;
  return Object.keys(rest).length === 0 && knownErrors.has(code as number) && whole(1, 1_000_000)(times);
}
