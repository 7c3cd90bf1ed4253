import type { Router } from 'express';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { NumberDesk } from '../channels/number-desk.ts';
import type { Examples } from '../examples.ts';
import type { LiveHub } from '../live/sockets.ts';
import type { Intake } from '../runtime/intake.ts';
import type { Log, Outside } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Workspace } from '../runtime/workspace.ts';
import type { Sealed, Store } from '../store/store.ts';
import type { Tallies } from '../tallies.ts';
import type { Access } from './access/access.ts';
import type { NumberWatch } from './numbers/number-watch.ts';
import type { Permission } from './permissions.ts';

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
  readonly live: Pick<LiveHub, 'listen' | 'publish'>;
  /** The channel's side of numbers: for checking and subscribing one. */
  readonly graph: NumberDesk;
  readonly numberWatch: NumberWatch;
  readonly virtualNumbers: VirtualNumbers;
  readonly tallies: Tallies;
  readonly examples: Examples;
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

/** The numbers of the virtual WhatsApp. */
export interface VirtualNumbers {
  /** Makes it know every virtual number as it stands. */
  connect(): Promise<void>;
  disconnect(id: string): Promise<void>;
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
  /** What the rest of it needs, any one of these; without it, a sign-in will do. */
  readonly needs?: readonly Permission[];
}
