import type { Json, JsonObject } from '../nodes/contract/json.ts';
import { isObject } from '../nodes/contract/json.ts';
import { draftOf, type FlowFile, SPEC } from './engine/flow-file/flow-file.ts';
import { type ReadingOptions, readFlowFile } from './engine/flow-file/read-flow-file.ts';
import { freeId } from './free-id.ts';
import { problems } from './problems.ts';
import { type Shelf, titleOf } from './publish.ts';
import type { Doer, FlowRecord } from './store/store.ts';

/** How a new draft comes into being. */
export interface Birth extends ReadingOptions {
  /** The id that is wished for; without it, one is made of the name. */
  readonly id?: string | undefined;
  readonly who?: Doer | undefined;
}

/**
 * Makes a new draft of a flow file, nodes that are damaged included: they are marked, and publishing refuses them.
 * A mere name makes an empty flow. Throws a problem for what is no flow file, and for an id that is taken.
 */
export async function importFlow(shelf: Shelf, source: Json, birth: Birth = {}): Promise<FlowRecord> {
  const { file, problems: found } = readFlowFile(blank(source) ?? source, shelf.types, birth);
  if (!file) throw problems.damagedFlow(found);
  return newDraft(shelf, file, birth);
}

/** Puts a new draft at the end of the admin's order. */
export async function newDraft(
  { store, clock }: Pick<Shelf, 'store' | 'clock'>,
  file: FlowFile,
  { id: wanted, who }: Birth,
): Promise<FlowRecord> {
  const others = await store.flows.list();
  const id = wanted ?? freeId(file.name, new Set(others.map((other) => other.id)), 'flow');
  const now = clock();
  const flow: FlowRecord = {
    ...titleOf(file),
    id,
    order: Math.max(-1, ...others.map(({ order }) => order)) + 1,
    draft: draftOf(file),
    latest: 0,
    revision: 1,
    updatedAt: now,
    createdAt: now,
    ...(who && { createdBy: who, updatedBy: who }),
  };
  if (!(await store.flows.save(flow))) throw problems.taken('flow', id);
  return flow;
}

const BLANK_FIELDS: ReadonlySet<string> = new Set(['name', 'description', 'labels']);

/** An empty flow of that name, if that is all that is said. */
function blank(source: Json): JsonObject | undefined {
  const json = typeof source === 'string' ? small(source) : source;
  if (!isObject(json) || typeof json['name'] !== 'string') return undefined;
  if (!Object.keys(json).every((key) => BLANK_FIELDS.has(key))) return undefined;
  return { ...json, spec: SPEC, nodes: [], edges: [] };
}

const LONGEST_BLANK = 10_000;

function small(text: string): Json | undefined {
  if (text.length > LONGEST_BLANK) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A name that no other flow has: with a number, if it must be. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} ${n}`;
  return free;
}
