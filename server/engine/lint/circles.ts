/** The groups of nodes that lead to each other in circles, each in the order of `ids` (Tarjan's strong components). */
export function circlesOf(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open = new Set<string>();
  const circles: (readonly string[])[] = [];

  const visit = (id: string): number => {
    const number = order.size;
    order.set(id, number);
    open.add(id);
    let low = number;
    for (const to of next(id)) {
      if (!order.has(to)) low = Math.min(low, visit(to));
      else if (open.has(to)) low = Math.min(low, order.get(to) ?? low);
    }
    lowest.set(id, low);
    if (low === number) close(id);
    return low;
  };

  const close = (first: string): void => {
    const members = [...open].slice([...open].indexOf(first));
    for (const id of members) open.delete(id);
    if (members.length > 1 || next(first).includes(first)) circles.push(members);
  };

  for (const id of ids) if (!order.has(id)) visit(id);
  const place = new Map(ids.map((id, n) => [id, n]));
  return circles.map((circle) => circle.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
