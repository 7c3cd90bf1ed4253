import type { CheckStep } from '../../server/api/contract.ts';

/** What has been entered of a number so far. */
export interface NumberDraft {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly display: string;
  readonly token: string;
  readonly appSecret: string;
}

export const STEPS = ['needs', 'ids', 'token', 'secret', 'webhook', 'done'] as const;
export type Step = (typeof STEPS)[number];

export const EMPTY: NumberDraft = { id: '', account: '', name: '', display: '', token: '', appSecret: '' };

/** The fields that a step asks for. */
export const FIELDS: { readonly [step in Step]: readonly (keyof NumberDraft)[] } = {
  needs: [],
  ids: ['id', 'account'],
  token: ['token'],
  secret: ['appSecret'],
  webhook: ['name', 'display'],
  done: [],
};

/** The parts of a check that a step is about. */
export const CHECKED: { readonly [step in Step]: readonly string[] } = {
  needs: [],
  ids: ['id', 'account'],
  token: ['token', 'id', 'account'],
  secret: ['secret'],
  webhook: ['subscribe', 'webhooks', 'address'],
  done: ['id', 'token', 'account', 'secret', 'subscribe', 'webhooks', 'address'],
};

/** What is asked of the server when a step is checked: everything that has been entered up to there. */
export function checkable(draft: NumberDraft, step: Step): object {
  const upTo = STEPS.slice(0, STEPS.indexOf(step) + 1).flatMap((each) => FIELDS[each]);
  const entries = upTo
    .filter((field) => field !== 'name' && field !== 'display')
    .map((field) => [field, draft[field].trim()] as const)
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

/** The steps of a check that belong to a step of the wizard. */
export const stepsFor = (step: Step, found: readonly CheckStep[]): readonly CheckStep[] =>
  found.filter((each) => CHECKED[step].includes(each.step));

/** Fields that must be filled before a step can be left. */
export const missingIn = (draft: NumberDraft, step: Step): readonly (keyof NumberDraft)[] =>
  FIELDS[step].filter((field) => draft[field].trim() === '');

const STORED = 'sluice.connect';
let secrets: Pick<NumberDraft, 'token' | 'appSecret'> = { token: '', appSecret: '' };

/** Keeps what was typed: ids over a reload, secrets only in the memory of the page. */
export function keepDraft({ token, appSecret, ...rest }: NumberDraft): void {
  secrets = { token, appSecret };
  sessionStorage.setItem(STORED, JSON.stringify(rest));
}

export function keptDraft(): NumberDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '{}');
    const known = typeof kept === 'object' && kept !== null ? (kept as Partial<NumberDraft>) : {};
    return { ...EMPTY, ...known, ...secrets };
  } catch {
    return { ...EMPTY, ...secrets };
  }
}

export function forgetDraft(): void {
  secrets = { token: '', appSecret: '' };
  sessionStorage.removeItem(STORED);
}
