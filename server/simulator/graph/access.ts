import { createHmac } from 'node:crypto';
import type { Request } from 'express';
import type { Core } from '../core.ts';
import type { BusinessNumber } from '../model.ts';
import { refusals } from './graph-error.ts';

/** The token of a request: the bearer header, or `access_token` as Graph also takes it. Graph errors 104, 190. */
export function tokenOf(core: Core, request: Request): string {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const token = header ?? request.query['access_token'];
  if (typeof token !== 'string' || token === '') throw refusals.noToken();
  if (!core.world.tokens().has(token)) throw refusals.badToken();
  return token;
}

/** The number a request is about, if its token may use it. Graph errors 104, 190, 100 with subcode 33. */
export function numberOf(core: Core, request: Request): BusinessNumber {
  const token = tokenOf(core, request);
  const id = String(request.params['id']);
  const number = core.world.numbers.get(id);
  if (number?.token !== token) throw refusals.unknownObject(id, request.method);
  checkProof(request, number);
  return number;
}

/** Graph takes a call without a proof of the app secret, but not one with a wrong proof. Graph error 100. */
export function checkProof(request: Request, { token, appSecret }: BusinessNumber): void {
  const { appsecret_proof: proof } = request.query;
  if (proof !== undefined && proof !== createHmac('sha256', appSecret).update(token).digest('hex'))
    throw refusals.badProof();
}

/** The numbers of the account a request is about. Graph errors 104, 190, 100 with subcode 33. */
export function accountOf(core: Core, request: Request): readonly BusinessNumber[] {
  const token = tokenOf(core, request);
  const id = String(request.params['id']);
  const numbers = core.world.numbersOf(id).filter((number) => number.token === token);
  if (numbers.length === 0) throw refusals.unknownObject(id, request.method);
  return numbers;
}
