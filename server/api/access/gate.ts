import type { Request, RequestHandler, Response } from 'express';
import { problems } from '../../problems.ts';
import { may, type Needs, type Permission, saysOf } from '../permissions.ts';
import type { Access } from './access.ts';
import { type Identity, NOBODY } from './identity.ts';
import { isOwnChange, isOwnPage } from './own-page.ts';

/** Finds out who asks. Refuses changes that other sites want in somebody's name, and whoever asks too much. */
export const gate =
  (access: Access): RequestHandler =>
  async (request, response, next) => {
    if (response.locals['who']) return next();
    const who = await access.who(request.headers, request.ip ?? '');
    if (!isReading(request)) refuseOthers(request, who);
    const isProgram = who.kind === 'key' && who.signIn === undefined;
    await access.limits.request(isProgram ? 'key' : countedAs(who, request), isProgram);
    response.locals['who'] = who;
    next();
  };

/** Who asks, as the gate has found out. */
export const whoOf = (response: Response): Identity => response.locals['who'] ?? NOBODY;

/** Lets through who may; refuses others with a problem. Stands behind the gate. */
export const requires =
  (needs: Needs): RequestHandler =>
  (_request, response, next) => {
    refuseUnless(whoOf(response), needs);
    next();
  };

/** Throws a problem unless somebody may do it: the one place where roles are enforced. */
export function refuseUnless(who: Identity, needs: Needs): void {
  if (needs === 'open') return;
  if (who.kind === 'nobody') throw problems.notSignedIn();
  if (isAllowed(who, needs)) return;
  const [first = 'workspace.read'] = listOf(needs);
  throw problems.notAllowed(who.role, saysOf(first));
}

/** Whether somebody may do it. */
export const isAllowed = ({ role }: Identity, needs: Exclude<Needs, 'open'>): boolean =>
  role !== undefined && listOf(needs).some((permission) => may(role, permission));

const listOf = (needs: Exclude<Needs, 'open'>): readonly Permission[] =>
  typeof needs === 'string' ? [needs] : needs;

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

function refuseOthers({ headers }: Request, who: Identity): void {
  // A key in a header is put there on purpose; a cookie comes along by itself.
  if (headers.authorization !== undefined && who.kind === 'key') return;
  const isOurs = who.kind === 'nobody' ? isOwnPage(headers) !== false : isOwnChange(headers);
  if (!isOurs) throw problems.otherOrigin();
}

const countedAs = (who: Identity, { ip = '' }: Request): string =>
  who.kind === 'nobody' ? ip : (who.signIn ?? ip);
