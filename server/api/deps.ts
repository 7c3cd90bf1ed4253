import type { Router } from 'express';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { GraphClient } from '../channels/whatsapp/client.ts';
import type { LiveHub } from '../live/sockets.ts';
import type { Intake } from '../runtime/intake.ts';
import type { Log, Outside } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Workspace } from '../runtime/workspace.ts';
import type { Sealed, Store } from '../store/store.ts';
import type { Access } from './access.ts';

/** Everything the web side of the server needs. main.ts fills it. */
export interface ApiDeps {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly runtime: Pick<Runtime, 'receive' | 'governor'>;
  readonly intake: Pick<Intake, 'accept'>;
  readonly types: Registry;
  readonly vault: Vault;
  readonly access: Access;
  readonly log: Log;
  /** Epoch ms. */
  clock(): number;
  /** The way out to other services, for trying a call. */
  readonly outside: Outside;
  readonly live: Pick<LiveHub, 'listen'>;
  /** The channel's side of numbers: for checking and subscribing one. */
  readonly graph: Pick<GraphClient, 'findNumber' | 'listSubscriptions' | 'subscribe'>;
  readonly webhook: {
    readonly verifyToken: string;
    /** App secrets besides those of the numbers. */
    secrets(): readonly string[];
  };
  /** Where the outside reaches this server, without a slash at the end. */
  publicUrl(): string;
  readonly mounts: readonly Mount[];
  /** The built pages. */
  readonly editorFolder: string;
  readonly version: string;
}

/** Seals what must not be read at rest. */
export interface Vault {
  seal(text: string): Sealed;
  open(sealed: Sealed): string;
}

/** Something else that lives on the same port. */
export interface Mount {
  readonly path: string;
  readonly router: Router;
  /** Whether it does without a sign-in; or the parts of it that do, such as `/graph`. */
  readonly open: boolean | readonly string[];
}
