/** A type of node as people look for it. */
export interface Findable {
  readonly type: string;
  readonly title: string;
  readonly doc: string;
}

/** The types that a search means, the best first; an empty search means all, those used last first. */
export function findTypes<T extends Findable>(
  types: readonly T[],
  search: string,
  recent: readonly string[] = [],
): readonly T[] {
  const words = search.trim().toLocaleLowerCase();
  if (words === '') return types.toSorted((a, b) => rank(recent, a) - rank(recent, b));
  return types
    .map((type) => ({ type, fit: fitOf(type, words) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit || rank(recent, a.type) - rank(recent, b.type))
    .map(({ type }) => type);
}

const rank = (recent: readonly string[], { type }: Findable): number => {
  const at = recent.indexOf(type);
  return at < 0 ? recent.length : at;
};

function fitOf({ type, title, doc }: Findable, search: string): number {
  const name = title.toLocaleLowerCase();
  if (name.startsWith(search)) return 4;
  if (name.includes(search)) return 3;
  const all = `${name} ${type} ${doc.toLocaleLowerCase()}`;
  return search.split(/\s+/).every((word) => all.includes(word)) ? 2 : 0;
}
