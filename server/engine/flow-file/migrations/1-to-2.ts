import { isObject, type Json, type JsonObject } from '../../../../nodes/contract/json.ts';

/**
 * Spec 1 named its first node in `start`, so a flow could begin in one way only, and nobody saw on the
 * canvas how. Spec 2 begins flows at trigger nodes: `start` becomes an *any message* trigger with an edge.
 *
 * Spec 1 also used the labels of choices as ports: correcting a typo on a button cut its edge. `ask` with
 * choices becomes `choices`, whose options have ids that stay. `say` becomes `send-message`, which can
 * say several things, and the ports are named for what happened: `silence` → `noReply`, `other` → `notMatched`.
 * What else an `ask` knew (`giveUpAfterMinutes`) its node type upgrades by itself.
 *
 * Two things meant something else, and go on meaning it: a choice left by `other` at the first answer it did not
 * know (`tries: 1`), and `http-request` kept the bare body where it now keeps status and body (`{{found.x}}` →
 * `{{found.body.x}}`) and called a late answer a failed one, too (`failed` → `failed` and `timeout`).
 */
export function from1To2(file: JsonObject): JsonObject {
  const { start, nodes, edges, ...rest } = file;
  const old = listOf(nodes);
  const begun = typeof start === 'string' ? begin(start, old) : undefined;
  const ports = new Map(old.toReversed().flatMap(portsOf));
  const answers = new Set(old.flatMap(answerOf));
  return {
    ...rest,
    spec: 2,
    nodes: [
      ...(begun ? [begun.trigger] : []),
      ...old.map((node) => rewriteTexts(rewriteNode(node), answers)),
    ],
    edges: [...(begun ? [begun.edge] : []), ...listOf(edges).flatMap((edge) => rewriteEdge(edge, ports))],
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
    tries: 1,
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

const answerOf = (node: Json): readonly Json[] =>
  isObject(node) && node['type'] === 'http-request' && isObject(node['params'])
    ? [node['params']['saveAs'] ?? '']
    : [];

const HOLE = /\{\{\s*(\w+)/g;

function rewriteTexts(value: Json, answers: ReadonlySet<Json>): Json {
  if (typeof value === 'string')
    return value.replace(HOLE, (hole, name: string) => (answers.has(name) ? `${hole}.body` : hole));
  if (Array.isArray(value)) return value.map((item: Json) => rewriteTexts(item, answers));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, rewriteTexts(field, answers)]));
}

/** The ports that took the place of one. */
type Ports = ReadonlyMap<Json, readonly Json[]>;

/** The new ports of a node, by their old names, where they changed. */
function portsOf(node: Json): readonly (readonly [Json, Ports])[] {
  if (!isObject(node)) return [];
  const id = node['id'] ?? '';
  if (node['type'] === 'http-request') return [[id, new Map([['failed', ['failed', 'timeout']]])]];
  if (node['type'] !== 'ask') return [];
  const choices = isObject(node['params']) ? listOf(node['params']['choices']) : [];
  const options = optionsOf(choices);
  const named = choices.map((label, n) => [label, [options[n]?.['id'] ?? label]] as const);
  // A choice called "silence" had lost its port to the timer even then.
  return [
    [id, new Map<Json, readonly Json[]>([['other', ['notMatched']], ...named, ['silence', ['noReply']]])],
  ];
}

function rewriteEdge(edge: Json, ports: ReadonlyMap<Json, Ports>): readonly Json[] {
  if (!isObject(edge)) return [edge];
  const now = ports.get(edge['from'] ?? '')?.get(edge['port'] ?? '');
  return now === undefined ? [edge] : now.map((port) => ({ ...edge, port }));
}
