import { resolve } from 'node:path';

/** What the operator has set, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly mongodbUri?: string;
  readonly secretKey?: string;
  readonly publicUrl?: string;
  readonly graphApiUrl: string;
  readonly appSecret?: string;
  readonly verifyToken?: string;
  readonly logLevel: string;
  readonly demo: boolean;
  readonly reconcileMs: number;
  readonly keepMessagesDays: number;
  readonly keepJournalDays: number;
}

interface Setting {
  readonly name: string;
  readonly fallback?: string;
  readonly says: string;
  /** A sentence when the value will not do. */
  check?(value: string): string | undefined;
}

/** Every setting there is: the README's table and the checks at start are made from this list. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', fallback: '3000', says: 'where the server listens', check: whole(0, 65_535) },
  { name: 'HOST', fallback: '127.0.0.1', says: 'the address it listens on; `0.0.0.0` for all' },
  { name: 'DATA_DIR', fallback: 'data', says: 'the folder of the built-in database' },
  {
    name: 'MONGODB_URI',
    says: 'a MongoDB to use instead of the built-in database; needed for several server processes',
    check: (value) =>
      /^mongodb(\+srv)?:\/\//.test(value) ? undefined : 'must begin with mongodb:// or mongodb+srv://',
  },
  {
    name: 'SECRET_KEY',
    says: 'seals tokens and secrets at rest; made and kept in DATA_DIR if not set',
    check: (value) => (value.length >= 16 ? undefined : 'must have at least 16 characters'),
  },
  { name: 'PUBLIC_URL', says: 'the address under which Meta and browsers reach this server', check: url },
  { name: 'GRAPH_API_URL', fallback: 'https://graph.facebook.com', says: "Meta's Graph API", check: url },
  {
    name: 'WHATSAPP_APP_SECRET',
    says: 'the secret of the Meta app, for numbers that do not bring their own',
  },
  { name: 'WHATSAPP_VERIFY_TOKEN', says: 'what Meta must say when it verifies the webhook; made if not set' },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    says: 'trace, debug, info, warn, error or silent',
    check: oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  },
  {
    name: 'DEMO',
    fallback: '1',
    says: '`0` starts empty, without the demo workspace',
    check: oneOf('0', '1'),
  },
  {
    name: 'RECONCILE_SECONDS',
    fallback: '20',
    says: 'how long, after a crash, to wait for news of a message that may have gone out before it is sent again',
    check: whole(0, 3_600),
  },
  {
    name: 'KEEP_MESSAGES_DAYS',
    fallback: '365',
    says: 'messages are deleted after this many days',
    check: whole(1, 36_500),
  },
  {
    name: 'KEEP_JOURNAL_DAYS',
    fallback: '90',
    says: 'journal entries are deleted after this many days',
    check: whole(1, 36_500),
  },
];

/** Settings that will not do, each with a sentence. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(['These settings will not do:', ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/** Reads the environment. Throws `ConfigError` with every mistake at once. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const given = new Map(SETTINGS.map(({ name, fallback }) => [name, env[name]?.trim() || fallback]));
  const publicUrl = given.get('PUBLIC_URL');
  if (publicUrl !== undefined) given.set('PUBLIC_URL', publicUrl.replace(/\/+$/, ''));
  const mistakes = SETTINGS.flatMap(({ name, check }) => {
    const value = given.get(name);
    const mistake = value === undefined ? undefined : check?.(value);
    return mistake === undefined
      ? []
      : [`${name}=${/SECRET|TOKEN|MONGODB_URI/.test(name) ? '…' : value}: ${mistake}`];
  });
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  const text = (name: string): string => given.get(name) ?? '';
  const maybe = <K extends string>(key: K, name: string) => {
    const value = given.get(name);
    return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
  };
  return {
    port: Number(text('PORT')),
    host: text('HOST'),
    dataDir: resolve(text('DATA_DIR')),
    graphApiUrl: text('GRAPH_API_URL').replace(/\/+$/, ''),
    logLevel: text('LOG_LEVEL'),
    demo: text('DEMO') === '1',
    reconcileMs: Number(text('RECONCILE_SECONDS')) * 1_000,
    keepMessagesDays: Number(text('KEEP_MESSAGES_DAYS')),
    keepJournalDays: Number(text('KEEP_JOURNAL_DAYS')),
    ...maybe('mongodbUri', 'MONGODB_URI'),
    ...maybe('secretKey', 'SECRET_KEY'),
    ...maybe('publicUrl', 'PUBLIC_URL'),
    ...maybe('appSecret', 'WHATSAPP_APP_SECRET'),
    ...maybe('verifyToken', 'WHATSAPP_VERIFY_TOKEN'),
  };
}

function whole(from: number, to: number) {
  return (value: string): string | undefined =>
    /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
      ? undefined
      : `must be a whole number from ${from} to ${to}`;
}

function oneOf(...values: readonly string[]) {
  return (value: string): string | undefined =>
    values.includes(value) ? undefined : `must be one of ${values.join(', ')}`;
}

function url(value: string): string | undefined {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '') ? undefined : 'must be an http or https address';
}
