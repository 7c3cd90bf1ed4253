import type { Contact } from '../../nodes/contract/contact.ts';
import type { FlowRef, FlowVersion } from '../../nodes/contract/flow.ts';
import { diffGraphs, meansElse } from '../../nodes/contract/flow-diff.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import { compileWorld, type WorldParts } from '../engine/compile-world.ts';
import { isError } from '../engine/lint/problem.ts';
import type { World } from '../engine/world.ts';
import type { FlowRecord, NumberRecord, Store } from '../store/store.ts';
import { linterOf } from './linter.ts';

/** The drafts, tried out on real phones by the same engine. */
export interface Trial {
  /** The world in which each draft without errors stands in for the live version of its flow. */
  world(): Promise<World>;
  /** Makes drafts that sessions are inside, or whose buttons may be tapped, outlive the next edit. */
  keep(refs: readonly FlowRef[]): Promise<void>;
}

/** The workspace as it stands now, and what is live in it. */
export interface Ground {
  readonly revision: number;
  readonly world: World;
  readonly parts: Omit<WorldParts, 'live' | 'older'>;
}

/** Whether somebody gets the drafts on a number. */
export const isTester = (
  number: Pick<NumberRecord, 'testers'> | undefined,
  { phone, address }: Pick<Contact, 'phone' | 'address'>,
): boolean =>
  number?.testers !== undefined &&
  [phone, address].some((known) => known !== undefined && number.testers?.includes(known.replace(/\D/g, '')));

const RECENT = 500;

/** Drafts are looked at afresh for each message of a tester: what was saved a second ago counts. */
export function openTrial(store: Store, types: Registry, ground: () => Ground): Trial {
  let made: { readonly key: string; readonly world: World } | undefined;
  /** By flow and number; somebody may still be on the way into one that was edited meanwhile. */
  const recent = new Map<string, FlowVersion>();
  const nameOf = ({ id, version }: FlowRef): string => `${id}@${version}`;

  return {
    world: async () => {
      const now = ground();
      const flows = await store.flows.list();
      const key = JSON.stringify([now.revision, flows.map(({ id, revision }) => [id, revision])]);
      if (made?.key === key) return made.world;
      const live = await store.flows.live();
      const drafts = await draftsOf(store, types, now.world, flows, live);
      const instead = new Map(drafts.map((draft) => [draft.flow, draft]));
      const others = live.filter(({ flow }) => !instead.has(flow));
      const world = compileWorld({
        ...now.parts,
        live: [...others, ...drafts],
        older: (flow, version) => ground().world.program(flow, version),
      });
      for (const draft of drafts) recent.set(nameOf({ id: draft.flow, version: draft.version }), draft);
      for (const old of [...recent.keys()].slice(0, -RECENT)) recent.delete(old);
      made = { key, world };
      return world;
    },
    keep: async (refs) => {
      for (const ref of refs) {
        const draft = recent.get(nameOf(ref));
        // One that is kept already is the same: its number is that of the edit it holds.
        if (draft) await store.flows.addVersion(draft);
      }
    },
  };
}

/** Drafts that mean something else than what is live and have no errors, as versions with numbers below zero. */
async function draftsOf(
  store: Store,
  types: Registry,
  world: World,
  flows: readonly FlowRecord[],
  live: readonly FlowVersion[],
): Promise<readonly FlowVersion[]> {
  const now = new Map(live.map((version) => [version.flow, version]));
  const changed = flows.filter((flow) => {
    const version = now.get(flow.id);
    return !version || meansElse(diffGraphs(version, { ...flow.draft, name: flow.name }));
  });
  if (changed.length === 0) return [];
  const lint = await linterOf(store, types, world);
  return changed.flatMap((flow) => (lint(flow).some(isError) ? [] : [draftVersion(flow)]));
}

const draftVersion = ({ id, name, order, draft, revision, updatedAt }: FlowRecord): FlowVersion => ({
  ...{ flow: id, version: -revision, name, order, publishedAt: updatedAt },
  ...{ graph: draft.graph, layout: draft.layout },
});
