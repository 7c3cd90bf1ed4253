/** One of several things that are wrong with what a caller sent. */
export interface Detail {
  /** Where it is, as a path such as `flows.0`. */
  readonly field?: string;
  readonly message: string;
}

/** What a caller did wrong, or cannot have now; answered as `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;
  /** For good: clients and people's notes refer to it. */
  readonly code: string;
  readonly title: string;
  readonly errors: readonly object[] | undefined;
  /** When it is worth asking again, if that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    more: { readonly errors?: readonly object[]; readonly retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Every refusal the API can give. */
export const problems = {
  notSignedIn: () =>
    new Problem(
      401,
      'not-signed-in',
      'Not signed in',
      'Sign in at /sign-in first, or send the admin key as "Authorization: Bearer …".',
    ),
  wrongKey: () => new Problem(401, 'wrong-key', 'Wrong key', 'This is not the admin key of this server.'),
  wrongSignIn: () =>
    new Problem(
      401,
      'wrong-sign-in',
      'Wrong email or password',
      'Email and password do not belong together.',
    ),
  accountOff: () =>
    new Problem(
      403,
      'account-off',
      'Switched off',
      'This account is switched off. An admin can switch it on.',
    ),
  tooManyTries: (retryAfterSeconds: number) =>
    new Problem(
      429,
      'too-many-tries',
      'Too many tries',
      `Wait ${waitOf(retryAfterSeconds)} before trying again.`,
      {
        retryAfterSeconds,
      },
    ),
  tooManyRequests: (retryAfterSeconds: number) =>
    new Problem(429, 'too-many-requests', 'Too many requests', 'Slow down a little, then go on.', {
      retryAfterSeconds,
    }),
  notAllowed: (role: string, what: string) =>
    new Problem(
      403,
      'not-allowed',
      'Not allowed',
      `The role ${role} may not ${what}. An admin can give you another role.`,
    ),
  noAccount: () =>
    new Problem(
      409,
      'no-account',
      'No account of your own',
      'You came in with the admin key; sign in with an account of your own for this.',
    ),
  alreadySetUp: () =>
    new Problem(409, 'already-set-up', 'Already set up', 'Somebody has set up the first account already.'),
  setUpNeedsKey: () =>
    new Problem(
      403,
      'set-up-needs-key',
      'Only with the key',
      'The first account is set up by whoever opens the address printed at the start of the server.',
    ),
  wrongPassword: () =>
    new Problem(403, 'wrong-password', 'Wrong password', 'That is not your present password.'),
  weakPassword: (message: string) =>
    new Problem(422, 'weak-password', 'Too weak', message, { errors: [{ field: 'password', message }] }),
  lastAdmin: () =>
    new Problem(
      409,
      'last-admin',
      'The last admin',
      'Somebody must stay who may do everything: make another person an admin first.',
    ),
  otherOrigin: () =>
    new Problem(
      403,
      'other-origin',
      'Asked by another page',
      'Changes are taken only from pages of this server, or with the admin key in the request.',
    ),
  noSuchPath: (path: string) =>
    new Problem(404, 'no-such-path', 'Nothing here', `There is nothing at ${path.slice(0, 200)}.`),
  noSuch: (what: Thing, id: string) =>
    new Problem(404, `no-such-${what}`, `No such ${what}`, `There is no ${what} "${id.slice(0, 100)}".`),
  unreadable: (detail: string) => new Problem(400, 'unreadable-body', 'The body cannot be read', detail),
  tooLarge: () =>
    new Problem(
      413,
      'body-too-large',
      'Too large',
      'This is larger than 6 MB, which no flow needs; it may be the wrong file.',
    ),
  unstorable: () =>
    new Problem(
      422,
      'unstorable',
      'It cannot be kept',
      'It is too large, or holds names that no database takes, such as one with a zero byte in it.',
    ),
  badFile: (code: 'file-type' | 'file-size' | 'file-empty', detail: string) =>
    new Problem(422, code, 'WhatsApp does not take this file', detail),
  invalid: (errors: readonly Detail[]) =>
    new Problem(422, 'invalid', 'Not as it should be', sentence(errors), { errors }),
  damagedFlow: (errors: readonly Detail[]) =>
    new Problem(422, 'damaged-flow-file', 'This is no readable flow file', sentence(errors), { errors }),
  unpublishable: (errors: readonly Detail[]) =>
    new Problem(422, 'flow-has-errors', 'The flow cannot be published yet', sentence(errors), { errors }),
  notPublished: (flow: string) =>
    new Problem(
      409,
      'flow-not-published',
      'Not published',
      `The flow "${flow}" has no live version; publish it first.`,
    ),
  archived: (flow: string) =>
    new Problem(409, 'flow-archived', 'In the archive', `The flow "${flow}" is archived; restore it first.`),
  stillLive: (flow: string) =>
    new Problem(
      409,
      'flow-is-live',
      'It is live',
      `The flow "${flow}" answers customers now. Archiving takes it offline; say "takeOffline" to agree.`,
    ),
  stale: () =>
    new Problem(
      409,
      'stale-revision',
      'Somebody else saved first',
      'Read it again: it has changed since you opened it.',
    ),
  staleImpact: () =>
    new Problem(
      409,
      'stale-impact',
      'Things have changed since you looked',
      'The draft, or what is live, has changed since you were shown who is inside. Look again, then publish.',
    ),
  taken: (what: Thing, id: string) =>
    new Problem(409, `${what}-exists`, 'Already there', `There already is a ${what} "${id}".`),
  tooManyTests: (most: number) =>
    new Problem(
      409,
      'too-many-tests',
      'Too many tests',
      `A flow has at most ${most} tests; delete some first.`,
    ),
  inUse: (detail: string) => new Problem(409, 'in-use', 'Still in use', detail),
  withAnotherAgent: (agent: string) =>
    new Problem(
      409,
      'with-another-agent',
      'Somebody else has it',
      `${agent} answers this conversation already.`,
    ),
  notWithPeople: () =>
    new Problem(
      409,
      'not-with-people',
      'Nobody has it',
      'No person owns this conversation, so nobody can give it back.',
    ),
  storeAway: () =>
    new Problem(503, 'store-away', 'Not ready', 'The database does not answer; it is tried again.'),
  pagesNotBuilt: () =>
    new Problem(
      503,
      'pages-not-built',
      'The pages are not built',
      'Run "npm run build" once; then load this again.',
    ),
  broken: (id: string) =>
    new Problem(
      500,
      'broken',
      'Something went wrong here',
      `It is our fault, and it is in the log under ${id}.`,
    ),
};

/** What can be missing or be there already. */
export type Thing =
  | 'flow'
  | 'version'
  | 'example'
  | 'test'
  | 'number'
  | 'calendar'
  | 'connection'
  | 'team'
  | 'node'
  | 'node-type'
  | 'conversation'
  | 'contact'
  | 'user';

/** How long to wait, as people say it. */
const waitOf = (seconds: number): string =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;

const sentence = (errors: readonly Detail[]): string => {
  const [first] = errors;
  if (!first) return 'Something is wrong with it.';
  return errors.length > 1 ? `${first.message} (and ${errors.length - 1} more)` : first.message;
};
