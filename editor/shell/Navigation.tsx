import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconMenu2, IconSettings } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { follow, Link } from '../lib/Link.tsx';
import { useTexts, useWords } from '../lib/language.tsx';
import { usePath } from '../lib/route.ts';
import type { NavEntry, Page } from './page.ts';
import { shellTexts } from './texts.ts';

interface NavigationProps {
  readonly pages: readonly Page[];
}

type NavPage = Page & { readonly nav: NavEntry };

const ofGroup = (pages: readonly Page[], group: NavEntry['group']): readonly NavPage[] =>
  pages.filter((page): page is NavPage => page.nav?.group === group);

/** The flows themselves belong to their list. */
const isHere = (path: string, address: string): boolean =>
  path === '/' ? address === '/' || address.startsWith('/flows/') : address === path;

/** The way to every page: daily work as tabs, settings in a menu. */
export function Navigation({ pages }: NavigationProps) {
  const { t } = useWords();
  const texts = useTexts(shellTexts);
  const address = usePath();
  const settings = ofGroup(pages, 'settings');
  return (
    <nav className="shell-nav" aria-label={t('pages')}>
      {ofGroup(pages, 'work').map(({ path, nav: { icon: Icon, label } }) => (
        <Link
          key={path}
          to={path}
          underline="never"
          className="shell-tab"
          aria-current={isHere(path, address) ? 'page' : undefined}
        >
          <Icon aria-hidden size={18} />
          <span>{texts(label)}</span>
        </Link>
      ))}
      {settings.length > 0 && (
        <Menu position="bottom-start" width={220}>
          <Menu.Target>
            <UnstyledButton
              className="shell-tab"
              data-here={settings.some(({ path }) => isHere(path, address)) || undefined}
            >
              <IconSettings aria-hidden size={18} />
              <span>{texts('settings')}</span>
              <IconChevronDown aria-hidden size={14} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Items pages={settings} />
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}

/** The same for narrow screens: everything behind one button. */
export function BurgerMenu({ pages }: NavigationProps) {
  const texts = useTexts(shellTexts);
  const settings = ofGroup(pages, 'settings');
  return (
    <div className="shell-burger">
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={texts('menu')}>
            <IconMenu2 size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Items pages={ofGroup(pages, 'work')} />
          {settings.length > 0 && <Menu.Label>{texts('settings')}</Menu.Label>}
          <Items pages={settings} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Items({ pages }: { readonly pages: readonly NavPage[] }) {
  const texts = useTexts(shellTexts);
  const address = usePath();
  return pages.map(({ path, nav: { icon: Icon, label } }) => (
    <Menu.Item
      key={path}
      component="a"
      href={path}
      onClick={(event: MouseEvent) => follow(event, path)}
      leftSection={<Icon aria-hidden size={17} />}
      fw={isHere(path, address) ? 700 : 450}
      aria-current={isHere(path, address) ? 'page' : undefined}
    >
      {texts(label)}
    </Menu.Item>
  ));
}
