import { referencesIn } from './engine/lint/references-in.ts';
import type { Example, Examples } from './examples.ts';
import { freeName, newDraft } from './flow-drafts.ts';
import { freeId } from './free-id.ts';
import type { Shelf } from './publish.ts';
import type { Doer, FlowRecord } from './store/store.ts';

/** What is needed to make an example one's own. */
export interface Adoption {
  readonly shelf: Shelf;
  readonly examples: Examples;
  readonly who?: Doer | undefined;
}

/**
 * Makes a draft of an example, with what it needs: calendars, teams and connections that are missing, the flows
 * it leads to, and its conversations as tests. What is here already stays as it is.
 */
export async function adoptExample(adoption: Adoption, example: Example): Promise<FlowRecord> {
  const { shelf, who } = adoption;
  const flows = await shelf.store.flows.list();
  await furnish(adoption, example);
  const file = { ...example.file, name: freeName(example.file.name, new Set(flows.map(({ name }) => name))) };
  const flow = await newDraft(shelf, file, {
    id: freeId(example.id, new Set(flows.map(({ id }) => id)), 'flow'),
    who,
  });
  await adoption.examples.onImported(flow.id, example.chats);
  await bringAlong(adoption, example);
  return flow;
}

/** The examples that an example leads to, one after the other: each may have brought the next. */
async function bringAlong(adoption: Adoption, example: Example): Promise<void> {
  const all = await adoption.examples.all();
  for (const id of leadsTo(adoption.shelf, example)) {
    const other = all.find((known) => known.id === id);
    if (other && !(await adoption.shelf.store.flows.get(id))) await adoptExample(adoption, other);
  }
}

/** The ids of the flows that an example leads to. */
export const leadsTo = ({ types }: Pick<Shelf, 'types'>, { id, file }: Example): readonly string[] =>
  referencesIn(types, file, 'flow').filter((other) => other !== id);

async function furnish({ shelf, examples: { furniture } }: Adoption, { file }: Example): Promise<void> {
  const { store, types } = shelf;
  for (const calendar of wanted(furniture.calendars, referencesIn(types, file, 'calendar')))
    if (!(await store.calendars.get(calendar.id))) await store.calendars.put(calendar);
  for (const team of wanted(furniture.teams, referencesIn(types, file, 'team')))
    if (!(await store.teams.get(team.id))) await store.teams.put(team);
  for (const connection of wanted(furniture.connections, referencesIn(types, file, 'connection')))
    if (!(await store.connections.get(connection.id))) await store.connections.put(connection);
}

const wanted = <T extends { readonly id: string }>(
  things: readonly T[],
  ids: readonly string[],
): readonly T[] => things.filter(({ id }) => ids.includes(id));
