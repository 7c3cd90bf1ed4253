import type { CheckStep } from '../contract.ts';

type Values = CheckStep['values'];

export const fine = (step: string, code: string, says: string, values?: Values): CheckStep =>
  outcome('ok', { step, code, says, values });
export const wrong = (step: string, code: string, says: string, values?: Values): CheckStep =>
  outcome('wrong', { step, code, says, values });
/** It may be right; nobody can tell from here. */
export const unsure = (step: string, code: string, says: string, values?: Values): CheckStep =>
  outcome('unsure', { step, code, says, values });

interface Said {
  readonly step: string;
  readonly code: string;
  readonly says: string;
  readonly values?: Values;
}

const outcome = (is: CheckStep['is'], { values, ...said }: Said): CheckStep => ({
  ...said,
  is,
  ok: is !== 'wrong',
  ...(values && { values }),
});

/** Meta's ids have 15 digits or more; phone numbers have at most 15, and mostly 10 to 13. */
const SHORTEST_ID = 14;

/** Whether what was pasted looks like the ID of a phone number. */
export const idFormat = (id: string): CheckStep => idLooks('id', id, 'phone number ID');

/** Whether what was pasted looks like the ID of an account. */
export const accountFormat = (id: string): CheckStep =>
  idLooks('account', id, 'WhatsApp Business Account ID');

function idLooks(step: string, id: string, what: string): CheckStep {
  if (!/^\d+$/.test(id))
    return wrong(
      step,
      `${step}-not-digits`,
      `The ${what} has digits only. If it has a plus or blanks, it is the phone number itself; the ID stands below it at Meta.`,
    );
  if (id.length < SHORTEST_ID)
    return unsure(
      step,
      `${step}-short`,
      `This is shorter than the IDs that Meta gives. Make sure that it is the ${what}, not the phone number.`,
    );
  return fine(step, `${step}-looks-right`, `This looks like a ${what}.`);
}

/** What is plainly wrong with a token, without asking Meta. */
export function tokenFormat(token: string): CheckStep | undefined {
  if (/\s/.test(token.trim()))
    return wrong(
      'token',
      'token-blanks',
      'There are blanks or line breaks inside the token. Copy it again, whole.',
    );
  if (/^[0-9a-f]{32}$/.test(token))
    return wrong(
      'token',
      'token-is-secret',
      'This is the app secret. The access token is longer and begins with EAA.',
    );
  if (/^\d+$/.test(token))
    return wrong('token', 'token-is-id', 'This is an ID. The access token is longer and begins with EAA.');
  return undefined;
}

/** What is plainly wrong with an app secret, without asking Meta. */
export function secretFormat(secret: string): CheckStep | undefined {
  if (/^EAA/.test(secret))
    return wrong(
      'secret',
      'secret-is-token',
      'This is an access token. The app secret has 32 letters and digits.',
    );
  if (!/^[0-9a-f]{32}$/i.test(secret.trim()))
    return wrong(
      'secret',
      'secret-format',
      'An app secret has 32 characters: digits and the letters a to f. It stands under App settings › Basic at Meta.',
    );
  return undefined;
}
