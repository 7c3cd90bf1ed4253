import type { FlowDocument } from '../desk/document.ts';
import type { Conflict } from '../desk/merge.ts';
import type { TranslateOf } from '../lib/texts.ts';
import type { studioTexts } from './texts.ts';

type T = TranslateOf<keyof (typeof studioTexts)['en'] & string>;

/** A clash in words: what it is about, and what each made of it. */
export interface ClashWords {
  readonly about: string;
  readonly mine: string;
  readonly theirs: string;
}

interface Names {
  readonly mine: FlowDocument;
  readonly theirs: FlowDocument;
  /** What nodes of a type are called. */
  title(type: string): string;
  /** What a field of a node is called. */
  field(type: string, field: string): string;
}

const LONGEST = 160;

export function clashWords({ path, kind, mine, theirs }: Conflict, names: Names, t: T): ClashWords {
  const about = aboutOf(path, names, t);
  if (kind === 'gone')
    return {
      about,
      mine: t(mine === undefined ? 'deletedOne' : 'keptOne'),
      theirs: t(theirs === undefined ? 'deletedOne' : 'keptOne'),
    };
  if (path[0] === 'place') return { about, mine: t('here'), theirs: t('there') };
  return { about, mine: said(mine, path, names, t), theirs: said(theirs, path, names, t) };
}

function aboutOf([kind, id = '', more = '']: Conflict['path'], names: Names, t: T): string {
  const node = `“${nameOf(id, names)}”`;
  switch (kind) {
    case 'flow':
      return id === 'name' ? t('flowName') : t('theFlow');
    case 'note':
    case 'look':
      return t('aNote');
    case 'group':
    case 'frame':
      return t('aGroup');
    case 'param':
      return `${node}: ${names.field(typeOf(id, names), more)}`;
    case 'title':
      return `${node}: ${t('itsTitle')}`;
    case 'place':
      return `${node}: ${t('itsPlace')}`;
    case 'edge':
      return `${node}: ${t('leadsTo', { port: more })}`;
    case 'member':
      return `${node}: ${t('itsGroup')}`;
    case 'sample':
      return `${node}: ${t('itsSample')}`;
    case 'node':
      return node;
  }
}

const find = (id: string, { mine, theirs }: Names) =>
  [...mine.graph.nodes, ...theirs.graph.nodes].find((node) => node.id === id);

const typeOf = (id: string, names: Names): string => find(id, names)?.type ?? '';

function nameOf(id: string, names: Names): string {
  const node = find(id, names);
  return node ? (node.title ?? names.title(node.type)) : id;
}

function said(value: unknown, [kind]: Conflict['path'], names: Names, t: T): string {
  if (value === undefined) return t('nothing');
  if (kind === 'edge') return (value as readonly string[]).map((to) => nameOf(to, names)).join(', ');
  const text = plain(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Values as people read them: without the signs of programmers. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(plain).join(' ');
  return String(value);
}
