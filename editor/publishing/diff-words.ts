import type { Edge } from '../../nodes/contract/flow.ts';
import type { FieldDiff, FlowDiff, NodeDiff } from '../../nodes/contract/flow-diff.ts';
import { isObject, type Json } from '../../nodes/contract/json.ts';
import type { TranslateOf } from '../lib/texts.ts';
import type { Names } from './names.ts';
import type { PublishingKey } from './texts.ts';

/** A difference in words, about one node or about the flow as a whole. */
export interface DiffLine {
  readonly is: NodeDiff['is'];
  /** The node to be shown; none for what is about the flow, or gone from it. */
  readonly node?: string;
  readonly title: string;
  /** What kind of node it is, when the title does not say so. */
  readonly kind?: string;
  readonly details: readonly DiffDetail[];
}

export interface DiffDetail {
  readonly says: string;
  readonly before?: string;
  readonly after?: string;
}

type Translate = TranslateOf<PublishingKey>;

/** How the canvas marks the nodes that differ; one whose ways out lead elsewhere is changed, too. */
export function diffMarks({ nodes, edges }: FlowDiff): { readonly [node: string]: NodeDiff['is'] } {
  const turned = [...edges.added, ...edges.removed].map(({ from }) => [from, 'changed'] as const);
  const moved = nodes.filter(({ is }) => is === 'moved').map(({ node }) => [node, 'moved'] as const);
  const others = nodes.filter(({ is }) => is !== 'moved').map(({ node, is }) => [node, is] as const);
  return Object.fromEntries([...moved, ...turned, ...others]);
}

/** What lies between two states of a flow, in words: the flow itself first, then its nodes, last what was only moved. */
export function diffLines(diff: FlowDiff, names: Names, t: Translate): readonly DiffLine[] {
  const told = diff.nodes.filter(({ is }) => is !== 'moved');
  const known = new Set(told.map(({ node }) => node));
  const turned = new Set([...diff.edges.added, ...diff.edges.removed].map(({ from }) => from));
  const moved = diff.nodes.filter(({ is, node }) => is === 'moved' && !turned.has(node)).length;
  return [
    ...flowLines(diff, t),
    ...told.map((node) => nodeLine(node, diff.edges, names, t)),
    ...[...turned]
      .filter((node) => !known.has(node))
      .map(
        (node): DiffLine => ({
          ...{ is: 'changed', node, title: names.node(node) },
          details: wayDetails(node, diff.edges, names, t),
        }),
      ),
    ...(moved > 0 ? [{ is: 'moved', title: t('onlyMoved', { n: moved }), details: [] } as const] : []),
  ];
}

function flowLines({ name, onFailure }: FlowDiff, t: Translate): readonly DiffLine[] {
  const line = (title: string): DiffLine => ({ is: 'changed', title, details: [] });
  return [
    ...(name ? [line(t('renamed', { before: name.before ?? '', after: name.after ?? '' }))] : []),
    ...(onFailure ? [line(t('failureChanged'))] : []),
  ];
}

function nodeLine(node: NodeDiff, edges: FlowDiff['edges'], names: Names, t: Translate): DiffLine {
  const { is, type, title, fields } = node;
  const kind = names.type(type);
  // The ways of a box that came or went say nothing that the box does not.
  const ways = is === 'changed' ? wayDetails(node.node, edges, names, t) : [];
  return {
    is,
    ...(is !== 'removed' && { node: node.node }),
    title: title ?? kind,
    ...(title !== undefined && { kind }),
    details: [...fields.map((field) => fieldDetail(type, field, names, t)), ...ways],
  };
}

function fieldDetail(
  type: string,
  { path, before, after }: FieldDiff,
  names: Names,
  t: Translate,
): DiffDetail {
  if (path === 'type')
    return { says: t('newKind'), before: names.type(String(before)), after: names.type(String(after)) };
  const says = path === 'title' ? t('newTitle') : names.field(type, path);
  return { says, before: valueWords(before, t), after: valueWords(after, t) };
}

function wayDetails(
  from: string,
  { added, removed }: FlowDiff['edges'],
  names: Names,
  t: Translate,
): readonly DiffDetail[] {
  const of = (edges: readonly Edge[]) => edges.filter((edge) => edge.from === from);
  const ports = new Set([...of(added), ...of(removed)].map(({ port }) => port));
  return [...ports].map((id): DiffDetail => {
    const [to, was] = [added, removed].map((edges) => of(edges).find(({ port }) => port === id)?.to);
    const port = names.port(from, id);
    if (to !== undefined && was !== undefined)
      return { says: t('wayTurned', { port, to: names.node(to), from: names.node(was) }) };
    return to === undefined
      ? { says: t('wayFrom', { port, to: names.node(was ?? '') }) }
      : { says: t('wayTo', { port, to: names.node(to) }) };
  });
}

const LONGEST = 120;

/** A value as a person reads it; what is long is cut. */
export function valueWords(value: Json | undefined, t: Translate): string {
  if (value === undefined || value === null || value === '') return t('nothing');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value !== 'object') return clip(String(value));
  if (!isObject(value)) return listWords(value as readonly Json[], t);
  const [text] = ['label', 'title', 'text', 'name', 'question'].flatMap((name) => {
    const found = value[name];
    return typeof found === 'string' && found !== '' ? [found] : [];
  });
  return clip(text ?? t('items', { n: Object.keys(value).length }));
}

function listWords(list: readonly Json[], t: Translate): string {
  if (list.length === 0) return t('nothing');
  const words = list.map((item) => valueWords(item, t)).join(', ');
  return words.length <= LONGEST ? words : t('items', { n: list.length });
}

const clip = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
