import type { GraphNode } from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import { say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';
import { unknownFields } from './unknown-fields.ts';

/** Ids name ports of the canvas, keys of documents and parts of addresses, so they are plain. */
const ID = /^[A-Za-z0-9][\w-]{0,63}$/;
const MAX_TITLE = 200;

export interface NodesReading {
  readonly nodes: readonly GraphNode[];
  /** Ids that had to change, and what they are now: edges and places follow. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Nodes as they were meant: whatever stands in the list stays a node, so that its author finds and mends it. */
export function readNodes(list: readonly Json[]): NodesReading {
  const problems: Problem[] = [];
  const renamed = new Map<string, string>();
  const newId = idMaker(list);
  const nodes = list.map((item): GraphNode => {
    const wanted = isObject(item) ? item['id'] : undefined;
    const id = newId(wanted);
    const node = readNode(item, id, problems);
    if (id === wanted) return node;
    problems.push(idChanged(wanted, node));
    // A second node with an id takes no edges away from the first.
    if (typeof wanted === 'string' && !ID.test(wanted) && !renamed.has(wanted)) renamed.set(wanted, id);
    return node;
  });
  return { nodes, renamed, problems };
}

/** Gives each node the id it has, if it is plain and still free, or one like it. */
function idMaker(list: readonly Json[]): (wanted: Json | undefined) => string {
  const taken = new Set(list.map((item) => (isObject(item) ? item['id'] : undefined)));
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    const plain = typeof wanted === 'string' && ID.test(wanted);
    let id = plain ? wanted : '';
    const stem = plain ? wanted.slice(0, 50) : 'node';
    for (let n = counts.get(stem) ?? (plain ? 2 : 1); id === '' || used.has(id); n += 1) {
      if (!taken.has(`${stem}-${n}`)) id = `${stem}-${n}`;
      counts.set(stem, n + 1);
    }
    used.add(id);
    return id;
  };
}

function idChanged(wanted: Json | undefined, { id, title, type }: GraphNode): Problem {
  const name = title ?? type;
  if (typeof wanted === 'string' && ID.test(wanted))
    return problem(
      'duplicate-id',
      say(
        'Two boxes have the id "{wanted}"; the second one, "{name}", is now "{id}", and lines lead to the first.',
        { wanted, name, id },
      ),
      { node: id },
    );
  const says =
    typeof wanted === 'string'
      ? 'The box "{name}" had an id that cannot be used and is now called "{id}".'
      : 'The box "{name}" had no id and is now called "{id}".';
  return problem('id-changed', say(says, { name, id }), { node: id });
}

function readNode(item: Json, id: string, problems: Problem[]): GraphNode {
  const damaged = (says: string) =>
    problems.push(problem('node-unreadable', say(says, { id }), { node: id }));
  if (!isObject(item)) {
    damaged('The box "{id}" is not described by an object, so nothing is known of it.');
    return { id, type: 'unreadable', v: 1, params: { found: item } };
  }
  problems.push(...unknownFields(item, ['id', 'type', 'v', 'title', 'params'], id));
  const { type, v = 1, title, params = {} } = item;
  if (typeof type !== 'string' || type === '') damaged('The box "{id}" does not say of which kind it is.');
  if (!isVersion(v)) damaged('The box "{id}" has no proper version: "v" must be 1 or more.');
  if (!isObject(params)) damaged('The settings of the box "{id}" are not an object.');
  if (title !== undefined && typeof title !== 'string') damaged('The title of the box "{id}" is not a text.');
  return {
    id,
    type: typeof type === 'string' && type !== '' ? type : 'unreadable',
    v: isVersion(v) ? v : 1,
    ...(typeof title === 'string' && { title: title.slice(0, MAX_TITLE) }),
    params: isObject(params) ? params : ({ found: params } satisfies JsonObject),
  };
}

const isVersion = (v: Json): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 1;
