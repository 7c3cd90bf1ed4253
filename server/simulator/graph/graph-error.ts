import { newTraceId } from '../ids.ts';
import type { Json } from '../model.ts';
import { knownErrors, titleOf } from './error-catalog.ts';

interface Shape {
  readonly type?: string;
  readonly subcode?: number;
  /** Replaces `(#code) title`. */
  readonly message?: string;
  readonly details?: string;
}

/** A request that Graph refuses. */
export class GraphError extends Error {
  readonly code: number;
  readonly shape: Shape;

  constructor(code: number, shape: Shape = {}) {
    super(shape.message ?? `(#${code}) ${titleOf(code)}`);
    this.code = code;
    this.shape = shape;
  }
}

/** The refusals that are told apart, by what was wrong. */
export const refusals = {
  noToken: () => new GraphError(104, { message: titleOf(104) }),
  badToken: () => new GraphError(190, { message: 'Invalid OAuth access token - Cannot parse access token' }),
  badProof: () =>
    new GraphError(100, {
      type: 'GraphMethodException',
      message: 'Invalid appsecret_proof provided in the API argument',
    }),
  unknownObject: (id: string, method: string) =>
    new GraphError(100, {
      type: 'GraphMethodException',
      subcode: 33,
      message:
        `Unsupported ${method.toLowerCase()} request. Object with ID '${id.slice(0, 100)}' does not exist, ` +
        'cannot be loaded due to missing permissions, or does not support this operation',
    }),
  unknownPath: (path: string) =>
    new GraphError(2500, { message: `Unknown path components: ${path.slice(0, 200)}` }),
  shape: (details: string) => new GraphError(100, { details }),
  missing: (name: string) => new GraphError(131008, { details: `Parameter '${name}' is mandatory.` }),
  value: (details: string) => new GraphError(131009, { details }),
  of: (code: number, details?: string) => new GraphError(code, details ? { details } : {}),
};

/** The HTTP status and body of a refusal, in Graph's shape. */
export function rendered(error: GraphError): { readonly status: number; readonly body: Json } {
  const { type = 'OAuthException', subcode, details } = error.shape;
  return {
    status: knownErrors.get(error.code)?.status ?? 400,
    body: {
      error: {
        message: error.message,
        type,
        code: error.code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: newTraceId(),
      },
    },
  };
}
