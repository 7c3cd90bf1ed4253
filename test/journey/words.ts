import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill, type Language, type Texts, type Values } from '../../editor/lib/texts.ts';

const NODES = join(import.meta.dirname, '..', '..', 'nodes');

/** What stands on the pages, for somebody who reads one language. */
export interface Words {
  readonly language: Language;
  /** A text of a feature, its holes filled. */
  of<K extends string>(texts: Texts<K>, key: NoInfer<K>, values?: Values): string;
  /** A word of a node type, written in English: its title, a setting, a way out. */
  node(type: string, english: string): string;
}

/** The words of the pages, read from where the pages have them. */
export function wordsIn(language: Language): Words {
  const types = new Map(
    readdirSync(NODES).flatMap((type) => {
      const words = language === 'en' ? undefined : read(join(NODES, type, `${language}.json`));
      return words ? [[type, words] as const] : [];
    }),
  );
  return {
    language,
    of: (texts, key, values) => fill(language, texts[language][key], values),
    node: (type, english) => types.get(type)?.[english] ?? types.get('contract')?.[english] ?? english,
  };
}

function read(path: string): { readonly [english: string]: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
