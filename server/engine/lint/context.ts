import type { Registry } from '../../../nodes/contract/registry.ts';
import type { TriggerEntry } from '../world.ts';

/** What the linter knows of the workspace around a flow. What is left out is not looked at. */
export interface LintContext {
  readonly types: Registry;
  /** The flow itself; a new one has none of these yet. */
  readonly flow?: { readonly id: string; readonly name: string; readonly order: number };
  /** The triggers of the live flows; those of this flow's own live version are passed over. */
  readonly triggers?: readonly TriggerEntry[];
  /** The ids of the things that exist, by what params may refer to. */
  readonly known?: { readonly [kind in Reference]?: ReadonlySet<string> };
  /** The approved templates, each as `name/language`. */
  readonly templates?: ReadonlySet<string>;
  /** Variables that callers, broadcasts or the API hand to this flow when it begins. */
  readonly inputs?: readonly string[];
}

/** The formats by which params refer to a thing of the workspace that must exist. */
export const REFERENCES = ['flow', 'calendar', 'connection', 'team', 'number'] as const;
export type Reference = (typeof REFERENCES)[number];
