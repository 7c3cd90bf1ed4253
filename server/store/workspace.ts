import type { Settings } from '../../nodes/contract/settings.ts';

/** Small sets of things the workspace is made of, few enough to be read whole. */
export interface Documents<T extends { readonly id: string }> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<readonly T[]>;
  put(document: T): Promise<void>;
  remove(id: string): Promise<boolean>;
}

/** A WhatsApp sender. Secrets are sealed with SECRET_KEY. */
export interface NumberRecord {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly display: string;
  readonly token: Sealed;
  readonly appSecret: Sealed;
  /** Flow ids; without the list, every published flow. */
  readonly flows?: readonly string[];
  readonly fallback?: string;
  /** Messages a second that go out at most. */
  readonly perSecond: number;
  readonly virtual?: boolean;
  /** What a newcomer may write first; shown on the virtual phone. */
  readonly hints?: readonly string[];
  /** Shows contacts that their messages were read and an answer is coming. */
  readonly readReceipts?: boolean;
  /** Phone numbers, digits only, of those who get the drafts instead of the live versions. */
  readonly testers?: readonly string[];
}

/** What is known of a number besides what its admin has set: told by WhatsApp, or seen by us. */
export interface NumberHealth {
  /** The number's. */
  readonly id: string;
  readonly quality?: 'high' | 'medium' | 'low';
  readonly verifiedName?: string;
  /** How many people a day it may write to first; 0 for as many as it likes. */
  readonly limit?: number;
  /** What keeps it from working, as a sentence; empty when nothing does. */
  readonly trouble?: string;
  /** When WhatsApp was last asked about it, epoch ms. */
  readonly checkedAt?: number;
  readonly lastInboundAt?: number;
}

/** What an outside system is: any service, a customer database, or a language model that speaks OpenAI's language. */
export type ConnectionKind = 'http' | 'crm' | 'ai';

export interface ConnectionRecord {
  readonly id: string;
  readonly name: string;
  /** `http` unless given. */
  readonly kind?: ConnectionKind;
  /** Of an `ai` connection: the model that is asked unless a node says otherwise. */
  readonly model?: string;
  readonly baseUrl: string;
  /** Headers added to each request, values sealed. */
  readonly headers: { readonly [name: string]: Sealed };
  /** It may reach addresses inside the network. */
  readonly allowPrivate?: boolean;
}

export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** A secret at rest: only `Vault.open` reads it. */
export type Sealed = { readonly sealed: string };

export interface WorkspaceSettings {
  read(): Promise<Settings | undefined>;
  write(settings: Settings): Promise<void>;
  /** A number that changes whenever anything of the workspace (flows, numbers, calendars, settings) did. */
  revision(): Promise<number>;
  touch(): Promise<void>;
  /** A secret of the installation that is made once and then stays: the first caller's value wins. */
  once(name: string, value: string): Promise<string>;
}
