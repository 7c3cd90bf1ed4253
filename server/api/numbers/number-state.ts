/** How a number stands, in one word. */
export const NUMBER_STATES = ['ready', 'new', 'slowed', 'risk', 'trouble', 'secrets'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** What decides how a number stands. */
export interface NumberFacts {
  readonly virtual: boolean;
  readonly secretsReadable: boolean;
  readonly trouble?: string;
  readonly quality?: 'high' | 'medium' | 'low';
  readonly rate?: number;
  readonly perSecond: number;
  readonly waiting: number;
  readonly checkedAt?: number;
  readonly lastInboundAt?: number;
}

/** The worst that is true of a number; the first that an admin should look at. */
export function numberState(facts: NumberFacts): NumberState {
  const { virtual, secretsReadable, trouble, quality, rate, perSecond, waiting } = facts;
  if (!secretsReadable) return 'secrets';
  if (trouble) return 'trouble';
  if (quality === 'low') return 'risk';
  if (waiting > 0 && rate !== undefined && rate < perSecond / 2) return 'slowed';
  if (!virtual && facts.checkedAt === undefined && facts.lastInboundAt === undefined) return 'new';
  return 'ready';
}
