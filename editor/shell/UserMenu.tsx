import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
  IconSunMoon,
  IconUserCircle,
  IconUserPlus,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { send } from '../lib/api.ts';
import { follow } from '../lib/Link.tsx';
import { type Language, useTexts, useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { roleTexts } from '../lib/role-texts.ts';
import { tell } from '../lib/tell.ts';
import { shellTexts } from './texts.ts';

/** Whoever is here, and what is theirs to choose. */
export function UserMenu({ showKeys }: { showKeys(): void }) {
  const t = useTexts(shellTexts);
  const roles = useTexts(roleTexts);
  const { user, role, needsSetUp } = useMe();
  const name = user?.name ?? t('keyHolder');
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <UnstyledButton className="shell-user" aria-label={t('accountOf', { name })} title={name}>
          {user ? (
            <Avatar size={32} color="sluice" alt="">
              <span className="initials" data-initials={initialsOf(name)} />
            </Avatar>
          ) : (
            <Avatar size={32} color="sluice" alt="">
              <IconKey size={18} aria-hidden />
            </Avatar>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="shell-who">
          <Text fw={650} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {roles(role)}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item
          component="a"
          href="/account"
          onClick={(event: MouseEvent) => follow(event, '/account')}
          leftSection={
            needsSetUp ? <IconUserPlus size={17} aria-hidden /> : <IconUserCircle size={17} aria-hidden />
          }
        >
          {t(needsSetUp ? 'setUpAccount' : 'account')}
        </Menu.Item>
        <Menu.Item onClick={showKeys} leftSection={<IconKeyboard size={17} aria-hidden />} rightSection="?">
          {t('shortcuts')}
        </Menu.Item>
        <LanguageChoice />
        <LightChoice />
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()} leftSection={<IconLogout size={17} aria-hidden />}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The first letters of the first and the last name; of Thai names, letters and no marks. */
const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word = '') => /\p{Lo}|\p{L}/u.exec(word.replace(/^[เแโใไ]/, ''))?.[0] ?? '').join('');
};

async function signOut(): Promise<void> {
  try {
    await send('POST', '/sign-out', {});
    location.assign('/sign-in');
  } catch (error) {
    tell({ kind: 'trouble', message: error instanceof Error ? error.message : String(error) });
  }
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['th', 'ไทย'],
];

function LanguageChoice() {
  const t = useTexts(shellTexts);
  const { language, choose } = useWords();
  const { kind, put } = useMe();
  const take = (next: Language): void => {
    choose(next);
    // Whoever has an account finds it in this language on every device.
    if (kind === 'user')
      send<Parameters<typeof put>[0]>('PUT', '/me', { language: next }).then(put, (error: Error) =>
        tell({ kind: 'trouble', message: error.message }),
      );
  };
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      {LANGUAGES.map(([code, name]) => (
        <Menu.Item
          key={code}
          lang={code}
          onClick={() => take(code)}
          rightSection={code === language && <IconCheck size={16} aria-hidden />}
          aria-current={code === language}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

function LightChoice() {
  const t = useTexts(shellTexts);
  const { t: words } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    ['auto', words('asDevice'), IconSunMoon],
    ['light', words('light'), IconSun],
    ['dark', words('dark'), IconMoon],
  ] as const;
  return (
    <>
      <Menu.Label>{t('colours')}</Menu.Label>
      {choices.map(([scheme, name, Icon]) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon size={17} aria-hidden />}
          rightSection={scheme === colorScheme && <IconCheck size={16} aria-hidden />}
          aria-current={scheme === colorScheme}
          onClick={() => setColorScheme(scheme)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
