import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconActivity,
  IconDeviceMobileMessage,
  IconLanguage,
  IconMoon,
  IconRipple,
  IconSitemap,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Link } from './Link.tsx';
import { type Language, useWords } from './language.tsx';
import { usePath } from './route.ts';

/** What is around every page: the way to the others, language and light. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const path = usePath();
  const isLive = path === '/watch';
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <header className="shell-header">
        <Link to="/" className="shell-name" underline="never">
          <IconRipple aria-hidden size={26} />
          <span>Sluice</span>
        </Link>
        <nav className="shell-nav" aria-label={t('pages')}>
          <Tab to="/" icon={IconSitemap} label={t('flows')} isHere={!isLive} />
          <Tab to="/watch" icon={IconActivity} label={t('live')} isHere={isLive} />
        </nav>
        <div className="shell-tools">
          <Button
            component="a"
            href="/simulator"
            target="sluice-phone"
            size="xs"
            variant="light"
            className="shell-phone"
            leftSection={<IconDeviceMobileMessage aria-hidden size={16} />}
          >
            {t('phone')}
          </Button>
          <LanguageMenu />
          <LightMenu />
        </div>
      </header>
      <main id="page" className="shell-page">
        {children}
      </main>
    </div>
  );
}

interface TabProps {
  readonly to: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  readonly label: string;
  readonly isHere: boolean;
}

function Tab({ to, icon: Icon, label, isHere }: TabProps) {
  return (
    <Link to={to} underline="never" className="shell-tab" aria-current={isHere ? 'page' : undefined}>
      <Icon aria-hidden size={18} />
      <span>{label}</span>
    </Link>
  );
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['th', 'ไทย'],
];

function LanguageMenu() {
  const { t, language, choose } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language')}>
          <IconLanguage size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(([code, name]) => (
          <Menu.Item key={code} lang={code} fw={code === language ? 700 : 400} onClick={() => choose(code)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LightMenu() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    ['auto', t('asDevice'), IconSunMoon],
    ['light', t('light'), IconSun],
    ['dark', t('dark'), IconMoon],
  ] as const;
  const Chosen = choices.find(([scheme]) => scheme === colorScheme)?.[2] ?? IconSunMoon;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('colours')}>
          <Chosen size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([scheme, name, Icon]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} />}
            fw={scheme === colorScheme ? 700 : 400}
            onClick={() => setColorScheme(scheme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
