import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import { Problem, problems } from '../../problems.ts';
import type { Log } from '../../runtime/ports.ts';
import { Unstorable } from '../../store/store.ts';

/** When it is worth asking again, by status. */
const PAUSE_SECONDS: ReadonlyMap<number, string> = new Map([[503, '5']]);

/** The one place where a request that went wrong gets its answer. */
export function answerProblem(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemFor(error) ?? logged(log, error, request.path);
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    const { status, code, title, message: detail, errors, retryAfterSeconds } = problem;
    const pause = retryAfterSeconds?.toString() ?? PAUSE_SECONDS.get(status);
    if (pause !== undefined) response.set('retry-after', pause);
    if (status === 401) response.set('www-authenticate', 'Bearer realm="Sluice"');
    response
      .status(status)
      .type('application/problem+json')
      .json({ type: 'about:blank', title, status, code, detail, ...(errors && { errors }) });
  };
}

function logged(log: Log, error: unknown, path: string): Problem {
  const id = randomUUID();
  log.error({ id, path, error }, 'a request could not be answered');
  return problems.broken(id);
}

/** Our own refusals, and what Express says about bodies and paths it cannot read. */
function problemFor(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof Unstorable) return problems.unstorable();
  if (!(error instanceof Error)) return undefined;
  const { status, type } = error as Error & { readonly status?: unknown; readonly type?: unknown };
  if (status === 413) return problems.tooLarge();
  if (type === 'entity.parse.failed') return problems.unreadable('The body is not valid JSON.');
  return typeof status === 'number' && status >= 400 && status < 500
    ? problems.unreadable('The request cannot be read.')
    : undefined;
}
