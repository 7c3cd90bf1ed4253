import { isObject, type Json, type JsonObject } from '../../../../nodes/contract/json.ts';

/**
 * Spec 1 named its first node in `start`, so a flow could begin in one way only, and nobody saw on the
 * canvas how. Spec 2 begins flows at trigger nodes: `start` becomes an *any message* trigger with an edge.
 *
 * Spec 1 also used the labels of choices as ports: correcting a typo on a button cut its edge. `ask` with
 * choices becomes `choices`, whose options have ids that stay. `say` becomes `send-message`, which can
 * say several things, and the ports are named for what happened: `silence` → `noReply`, `other` → `notMatched`.
 * What else an `ask` knew (`giveUpAfterMinutes`) its node type upgrades by itself.
 */
export function from1To2(file: JsonObject): JsonObject {
  const { start, nodes, edges, ...rest } = file;
  const old = listOf(nodes);
  const begun = typeof start === 'string' ? begin(start, old) : undefined;
  const ports = new Map(old.toReversed().flatMap(portsOf));
  return {
    ...rest,
    spec: 2,
    nodes: [...(begun ? [begun.trigger] : []), ...old.map(rewriteNode)],
    edges: [...(begun ? [begun.edge] : []), ...listOf(edges).map((edge) => rewriteEdge(edge, ports))],
  };
}

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

function begin(start: string, nodes: readonly Json[]): { readonly trigger: Json; readonly edge: Json } {
  const taken = new Set(nodes.map((node) => (isObject(node) ? node['id'] : undefined)));
  let id = 'start';
  for (let n = 2; taken.has(id); n += 1) id = `start-${n}`;
  return {
    trigger: { id, type: 'any-message', v: 1, params: {} },
    edge: { from: id, port: 'next', to: start },
  };
}

function rewriteNode(node: Json): Json {
  if (!isObject(node) || !isObject(node['params'])) return node;
  if (node['type'] === 'say') return { ...node, type: 'send-message', v: 1, params: saying(node['params']) };
  if (asksToChoose(node)) return { ...node, type: 'choices', v: 1, params: choosing(node['params']) };
  return node;
}

const asksToChoose = (node: JsonObject): boolean =>
  node['type'] === 'ask' && isObject(node['params']) && listOf(node['params']['choices']).length > 0;

const saying = ({ text = '', ...rest }: JsonObject): JsonObject => ({ ...rest, messages: [{ text }] });

function choosing({ question = '', choices = [], giveUpAfterMinutes, ...rest }: JsonObject): JsonObject {
  const minutes = Number(giveUpAfterMinutes ?? 0);
  return {
    text: question,
    options: optionsOf(choices),
    ...rest,
    ...(minutes > 0 && { noReply: { after: `${Math.ceil(minutes)}m` } }),
  };
}

/** An id that says what the option says, as far as that can be said in plain letters. */
function optionsOf(choices: Json): readonly JsonObject[] {
  const taken = new Set<string>();
  return listOf(choices).map((label, n) => {
    const plain = String(label)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40);
    const id = plain === '' || taken.has(plain) ? `option-${n + 1}` : plain;
    taken.add(id);
    return { id, label };
  });
}

type Ports = ReadonlyMap<Json, Json>;

/** The new names of the ports of a node, if it asks something. */
function portsOf(node: Json): readonly (readonly [Json, Ports])[] {
  if (!isObject(node) || node['type'] !== 'ask') return [];
  const choices = isObject(node['params']) ? listOf(node['params']['choices']) : [];
  const options = optionsOf(choices);
  const named = choices.map((label, n) => [label, options[n]?.['id'] ?? label] as const);
  // A choice called "silence" had lost its port to the timer even then.
  return [
    [node['id'] ?? '', new Map<Json, Json>([['other', 'notMatched'], ...named, ['silence', 'noReply']])],
  ];
}

function rewriteEdge(edge: Json, ports: ReadonlyMap<Json, Ports>): Json {
  if (!isObject(edge)) return edge;
  const port = ports.get(edge['from'] ?? '')?.get(edge['port'] ?? '');
  return port === undefined ? edge : { ...edge, port };
}
