import type { Server, Socket } from 'socket.io';

/** Where somebody is: a flow that they have open, and the node in it. */
export interface Whereabouts {
  readonly flow: string;
  readonly node?: string;
  /** How they call themselves, as long as their sign-in has no name. */
  readonly name?: string;
}

/** Somebody who has the same flow open. */
export interface Present {
  /** Of this visit: the same person in two windows is two visits. */
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly node?: string;
}

/** What the presence of pages needs to say and to hear. */
export interface PresenceWishes {
  /** `undefined` or null: nowhere any more. */
  here(where: Whereabouts | null): void;
}
export interface PresenceTidings {
  present(flow: string, people: readonly Present[]): void;
}

/** What is remembered of a page. */
export interface PresenceData {
  at?: Required<Pick<Whereabouts, 'flow'>> & { readonly node?: string; readonly name: string };
}

type Page = Pick<
  Socket<PresenceWishes, PresenceTidings, Record<never, never>, PresenceData>,
  'on' | 'emit' | 'join' | 'leave' | 'data' | 'id'
>;
interface Io {
  readonly sockets: {
    readonly adapter: Pick<Server['sockets']['adapter'], 'rooms'>;
    readonly sockets: ReadonlyMap<string, Page>;
  };
}

const ID = /^[A-Za-z0-9][\w-]{0,63}$/;
const MOST_LETTERS = 60;
const COLOURS = ['#b1285c', '#1f6fb2', '#6b3fa0', '#8a4b08', '#0b6b53', '#5a6470', '#a03a1f', '#2d6a9f'];

/** Tells everybody who has a flow open who else has. `nameOf` says who a page belongs to, where that is known. */
export function servePresence(io: Io, page: Page, nameOf: () => string | undefined): void {
  page.on('here', (wish) => {
    const before = page.data.at;
    const at = whereIn(wish, nameOf());
    if (at) page.data.at = at;
    else delete page.data.at;
    if (before && before.flow !== at?.flow) {
      void page.leave(roomOf(before.flow));
      tellAll(io, before.flow);
    }
    if (!at) return;
    void page.join(roomOf(at.flow));
    tellAll(io, at.flow);
  });
  page.on('disconnect', () => {
    const { at } = page.data;
    delete page.data.at;
    if (at) tellAll(io, at.flow);
  });
}

const roomOf = (flow: string): string => `present:${flow}`;

/** What a page says is hostile until looked at. */
function whereIn(wish: unknown, known: string | undefined): PresenceData['at'] {
  if (typeof wish !== 'object' || wish === null) return undefined;
  const { flow, node, name } = wish as { readonly [key: string]: unknown };
  if (typeof flow !== 'string' || !ID.test(flow)) return undefined;
  const said = typeof name === 'string' ? name.replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS) : '';
  return {
    flow,
    name: known ?? said,
    ...(typeof node === 'string' && ID.test(node) && { node }),
  };
}

/** Each page hears of the others, not of itself. */
function tellAll(io: Io, flow: string): void {
  const pages = [...(io.sockets.adapter.rooms.get(roomOf(flow)) ?? [])].flatMap(
    (id) => io.sockets.sockets.get(id) ?? [],
  );
  const people = pages.flatMap(({ id, data: { at } }): readonly Present[] =>
    at?.flow === flow
      ? [{ id, name: at.name, colour: colourOf(id), ...(at.node !== undefined && { node: at.node }) }]
      : [],
  );
  for (const page of pages)
    page.emit(
      'present',
      flow,
      people.filter(({ id }) => id !== page.id),
    );
}

const colourOf = (id: string): string =>
  COLOURS[[...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS.length] ??
  '#5a6470';
