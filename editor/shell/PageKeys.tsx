import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { useShortcut } from '../lib/shortcuts.ts';
import type { NavEntry } from './page.ts';
import { shellTexts } from './texts.ts';

/** The keys that lead to a page. */
export function PageKeys({ path, nav }: { readonly path: string; readonly nav: NavEntry }) {
  const t = useTexts(shellTexts);
  useShortcut({
    keys: nav.keys ?? '',
    says: t('goTo', { page: t(nav.label) }),
    group: t('everywhere'),
    run: () => go(path),
  });
  return null;
}
