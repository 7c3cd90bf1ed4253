import { useEffect, useState } from 'react';
import type { CheckStep, NumberCheck, NumberView } from '../../server/api/contract.ts';
import { Refusal, send } from '../lib/api.ts';
import { type Deed, useDeed } from '../lib/use-deed.ts';
import {
  checkable,
  keepDraft,
  keptDraft,
  missingIn,
  type NumberDraft,
  STEPS,
  type Step,
  stepsFor,
} from './number-draft.ts';

/** A number that is being connected: what was typed, how far it has come, what WhatsApp said. */
export interface Connecting {
  readonly draft: NumberDraft;
  readonly step: Step;
  /** What the last check found about this step. */
  readonly found: readonly CheckStep[];
  readonly paste?: NumberCheck['paste'];
  /** Somebody wanted to go on although something is missing. */
  readonly isTried: boolean;
  readonly deed: Deed;
  put(change: Partial<NumberDraft>): void;
  goTo(step: Step): void;
  next(): Promise<void>;
  /** Checks what is there so far; says whether nothing is wrong with this step. */
  check(): Promise<boolean>;
  /** Keeps the number, and has its messages sent here. */
  subscribe(): Promise<void>;
  /** Checks the number that is kept. */
  checkKept(): Promise<void>;
}

export function useConnecting(): Connecting {
  const [draft, setDraft] = useState(keptDraft);
  const [step, setStep] = useState<Step>('needs');
  const [check, setCheck] = useState<NumberCheck>();
  const [isTried, setTried] = useState(false);
  const deed = useDeed();
  useEffect(() => keepDraft(draft), [draft]);

  const put = (change: Partial<NumberDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setCheck((before) => before && { ...before, steps: [] });
  };
  const goTo = (wanted: Step) => {
    setStep(wanted);
    setTried(false);
    deed.dismiss();
  };
  const heed = (answer: NumberCheck) => {
    setCheck(answer);
    setDraft((before) => withFound(before, answer));
  };
  const ask = async (work: () => Promise<NumberCheck>): Promise<boolean> => {
    const answer = await deed.run(work);
    if (answer) heed(answer);
    return answer !== undefined && stepsFor(step, answer.steps).every(({ ok }) => ok);
  };
  const checkDraft = () => ask(() => send('POST', '/numbers/check-draft', checkable(draft, step)));
  const isComplete = () => {
    setTried(true);
    return missingIn(draft, step).length === 0;
  };
  const kept = () => `/numbers/${draft.id.trim()}`;
  return {
    draft,
    step,
    found: stepsFor(step, check?.steps ?? []),
    ...(check && { paste: check.paste }),
    isTried,
    deed,
    put,
    goTo,
    check: async () => isComplete() && (await checkDraft()),
    subscribe: async () => {
      if (!isComplete()) return;
      if (await deed.run(() => save(draft))) await ask(() => send('POST', `${kept()}/subscribe`));
    },
    checkKept: async () => void (await ask(() => send('POST', `${kept()}/check`))),
    next: async () => {
      if (!isComplete()) return;
      const after = STEPS[STEPS.indexOf(step) + 1];
      const isFine =
        step === 'needs' || (step === 'webhook' ? await deed.run(() => save(draft)) : await checkDraft());
      if (isFine && after) goTo(after);
    },
  };
}

/** WhatsApp knows the name and the number: nobody need type them. */
function withFound(draft: NumberDraft, { steps }: NumberCheck): NumberDraft {
  const { name = '', phone = '' } = steps.find(({ code }) => code === 'number-found')?.values ?? {};
  return { ...draft, name: draft.name || name, display: draft.display || phone };
}

/** A number that is there already gets the new token and secret. */
async function save(draft: NumberDraft): Promise<NumberView> {
  const trimmed = Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim()]));
  const { id, account: _, ...change } = trimmed;
  try {
    return await send<NumberView>('POST', '/numbers', trimmed);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'number-exists')) throw error;
    return send<NumberView>('PUT', `/numbers/${id}`, change);
  }
}
