import type { FlowVersion } from '../nodes/contract/flow.ts';
import { compile } from './engine/compile.ts';
import { type Destination, destination, type Place, placeOf } from './engine/destination.ts';
import type { Program } from './engine/world.ts';
import { problems } from './problems.ts';
import { impactToken, makeVersion, type Shelf } from './publish.ts';
import { olderVersions } from './runtime/carry-out.ts';
import type { FlowRecord, Whereabouts } from './store/store.ts';

/** Who is inside a flow while another version of it is about to be published. */
export interface Impact {
  /** Publishing with it is refused once the draft, or what is live, is another. */
  readonly token: string;
  /** How many people are inside any published version. */
  readonly people: number;
  /** Whether `places` tells of all of them; with very many people it tells of those that were met in time. */
  readonly isWhole: boolean;
  /** Where they are; most people first. One person can be at several places. */
  readonly places: readonly PlaceInside[];
}

export interface PlaceInside {
  readonly version: number;
  readonly node: string;
  /** The admin's own name for the node, in that version. */
  readonly title?: string;
  readonly type: string;
  readonly people: number;
  /** Of these, so many are in another flow that this node called, and come back. */
  readonly away: number;
  /** Of these, so many talk with an agent or wait for one: the bot says nothing to them. */
  readonly withAgents: number;
  /** They only sleep here for a follow-up. */
  readonly isFollowUp: boolean;
  /** Where they would go if they were moved along without a map; unknown while the draft cannot run. */
  readonly goes?: Destination;
}

/** Places are told of up to so many people, or for so long (ms). */
const MOST_PEOPLE = 50_000;
const MOST_MS = 3_000;

/** Tells who is inside a flow, and where publishing its draft, or an older version again, would take them. */
export async function impactOf(shelf: Shelf, flow: FlowRecord, version?: number): Promise<Impact> {
  const { store, clock } = shelf;
  const again = version === undefined ? undefined : await store.flows.version({ id: flow.id, version });
  if (version !== undefined && !again) throw problems.noSuch('version', `${flow.id} ${version}`);
  const until = clock() + MOST_MS;
  const tally = new Map<string, Standing>();
  const inside = olderVersions(flow.id, flow.latest + 1);
  let people = 0;
  let isWhole = true;
  for await (const person of store.conversations.inside(inside)) {
    if (people >= MOST_PEOPLE || clock() > until) {
      isWhole = false;
      break;
    }
    people += 1;
    for (const stand of standsOf(person, flow.id)) count(tally, stand, person);
  }
  const options = again ? { again } : {};
  const after = programOf(shelf, makeVersion(flow, flow.latest + 1, clock(), options));
  return {
    token: impactToken(flow, version),
    people: isWhole ? people : await store.conversations.countInside(inside),
    isWhole,
    places: await placesOf(shelf, flow.id, [...tally.values()], after),
  };
}

interface Stand extends Place {
  readonly version: number;
  readonly away: boolean;
}

type Standing = Place & { readonly version: number; people: number; away: number; withAgents: number };

/** Where somebody stands in the published versions of a flow. */
const standsOf = ({ sessions }: Whereabouts, flow: string): readonly Stand[] =>
  sessions
    .flatMap((session): readonly (Stand & { readonly id: string })[] => {
      const place = placeOf(session);
      const { id, version } = session.flow;
      const calls = session.stack.map((frame) => ({
        ...{ id: frame.flow.id, version: frame.flow.version },
        ...{ node: frame.node, isCopy: false, away: true },
      }));
      return place ? [{ ...place, id, version, away: false }, ...calls] : calls;
    })
    .filter(({ id, version }) => id === flow && version > 0);

function count(tally: Map<string, Standing>, stand: Stand, { owner }: Whereabouts): void {
  const { version, node, isCopy, away } = stand;
  const key = `${version} ${node} ${isCopy}`;
  const known = tally.get(key) ?? { version, node, isCopy, people: 0, away: 0, withAgents: 0 };
  known.people += 1;
  if (away) known.away += 1;
  if (owner === 'agent' || owner === 'queue') known.withAgents += 1;
  tally.set(key, known);
}

async function placesOf(
  shelf: Shelf,
  flow: string,
  tally: readonly Standing[],
  after: Program | undefined,
): Promise<readonly PlaceInside[]> {
  const met = [...new Set(tally.map(({ version }) => version))];
  const versions = await shelf.store.flows.versions(met.map((version) => ({ id: flow, version })));
  const known = new Map(
    versions.map((version) => [version.version, { version, program: programOf(shelf, version) }]),
  );
  return tally
    .map(({ isCopy, ...standing }): PlaceInside => {
      const before = known.get(standing.version);
      const node = before?.version.graph.nodes.find(({ id }) => id === standing.node);
      return {
        ...standing,
        type: node?.type ?? '',
        isFollowUp: isCopy,
        ...(node?.title !== undefined && { title: node.title }),
        ...(after && { goes: destination(before?.program, after, { node: standing.node, isCopy }) }),
      };
    })
    .toSorted((a, b) => b.people - a.people || b.version - a.version);
}

/** Nothing for what cannot run: a draft may hold anything. */
function programOf({ types }: Shelf, version: FlowVersion): Program | undefined {
  try {
    return compile(types, version);
  } catch {
    return undefined;
  }
}
