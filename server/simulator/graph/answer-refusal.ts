import type { ErrorRequestHandler } from 'express';
import type { Log } from '../core.ts';
import { newTraceId } from '../ids.ts';
import { GraphError, refusals, rendered } from './graph-error.ts';

/** Turns whatever went wrong into an answer of Graph's shape. */
export function answerRefusal(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = refusalFor(error);
    if (!refusal) log.error({ err: error, path: request.path }, 'The virtual Graph API failed.');
    const { status, body } = rendered(refusal ?? refusals.of(131000));
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    response.set('x-fb-trace-id', newTraceId());
    if (status === 401) response.set('www-authenticate', 'OAuth "Facebook Platform" "invalid_token"');
    response.status(status).json(body);
  };
}

/** The parsers' own complaints are the caller's mistakes. */
function refusalFor(error: unknown): GraphError | undefined {
  if (error instanceof GraphError) return error;
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'MulterError') return refusals.of(131053, error.message);
  const status = (error as Error & { readonly status?: unknown }).status;
  if (status === 413) return refusals.shape('The request is too large.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return refusals.shape(`The body cannot be read: ${error.message.slice(0, 200)}`);
  // Busboy's words for a broken multipart body carry no status.
  if (/multipart|boundary|unexpected end of form/i.test(error.message)) return refusals.shape(error.message);
  return undefined;
}
