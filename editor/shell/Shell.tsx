import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconRipple } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from '../lib/Link.tsx';
import { useTexts, useWords } from '../lib/language.tsx';
import { useMayChat, useMe } from '../lib/me.ts';
import { useKeyboard, useShortcut } from '../lib/shortcuts.ts';
import { BurgerMenu, Navigation } from './Navigation.tsx';
import { PageKeys } from './PageKeys.tsx';
import { PasswordNotice } from './PasswordNotice.tsx';
import type { Page } from './page.ts';
import { TidingsCorner } from './TidingsCorner.tsx';
import { shellTexts } from './texts.ts';
import { UserMenu } from './UserMenu.tsx';
import './shell.css';

const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet.tsx').then((sheet) => ({ default: sheet.ShortcutSheet })),
);

interface ShellProps {
  /** Everything there is; only what its visitor may see is shown. */
  readonly pages: readonly Page[];
  readonly children: ReactNode;
}

/** What is around every page: the way to the others, whoever is here, and what keys do. */
export function Shell({ pages, children }: ShellProps) {
  const t = useTexts(shellTexts);
  const { t: words } = useWords();
  const { may } = useMe();
  const mayChat = useMayChat();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useKeyboard();
  useShortcut({ keys: '?', says: t('help'), group: t('everywhere'), run: () => setHelpOpen(true) });
  const shown = pages.filter(({ needs }) => may(...needs));
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {words('skip')}
      </a>
      <header className="shell-header">
        <BurgerMenu pages={shown} />
        <Link to="/" className="shell-name" underline="never">
          <IconRipple aria-hidden size={26} />
          <span>Sluice</span>
        </Link>
        <Navigation pages={shown} />
        <div className="shell-tools">
          {mayChat && (
            <Button
              component="a"
              href="/simulator"
              target="sluice-phone"
              size="xs"
              variant="light"
              className="shell-phone"
              leftSection={<IconDeviceMobileMessage aria-hidden size={16} />}
            >
              {words('phone')}
            </Button>
          )}
          <UserMenu showKeys={() => setHelpOpen(true)} />
        </div>
      </header>
      <PasswordNotice />
      <main id="page" className="shell-page">
        {children}
      </main>
      {shown.map(({ path, nav }) => nav?.keys && <PageKeys key={path} path={path} nav={nav} />)}
      {isHelpOpen && (
        <Suspense fallback={null}>
          <ShortcutSheet close={() => setHelpOpen(false)} />
        </Suspense>
      )}
      <TidingsCorner />
    </div>
  );
}
