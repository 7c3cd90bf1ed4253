import { Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { capsOf } from '../lib/keys.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { waysOf } from '../lib/shortcut-table.ts';
import { isMac, type Shortcut, useShortcutList } from '../lib/shortcuts.ts';
import { shellTexts } from './texts.ts';
import './shortcut-sheet.css';

/** What keys do on this page, by group. */
export function ShortcutSheet({ close }: { close(): void }) {
  const t = useTexts(shellTexts);
  const { t: words } = useWords();
  const groups = groupsOf(useShortcutList(), t('everywhere'));
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <Stack gap="lg">
        <Text c="dimmed">{t('shortcutsWhy')}</Text>
        <div className="shortcut-groups">
          {groups.map(([group, shortcuts]) => (
            <section key={group}>
              <Title order={3} size="h5" mb={6}>
                {group}
              </Title>
              <dl className="shortcuts">
                {shortcuts.map((shortcut) => (
                  <div key={`${shortcut.says}${waysOf(shortcut.keys).join()}`}>
                    <dt>{shortcut.says}</dt>
                    <dd>
                      <Ways shortcut={shortcut} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}

function Ways({ shortcut }: { readonly shortcut: Shortcut }) {
  const t = useTexts(shellTexts);
  return waysOf(shortcut.keys).map((way, n) => (
    <Fragment key={way}>
      {n > 0 && <span className="shortcut-word">{t('or')}</span>}
      {capsOf(way, isMac()).map((caps, at) => (
        <Fragment key={caps.join('+')}>
          {at > 0 && <span className="shortcut-word">{t('andThen')}</span>}
          {caps.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </Fragment>
      ))}
    </Fragment>
  ));
}

/** What is on now, by group: those of the page first. */
function groupsOf(
  all: readonly Shortcut[],
  last: string,
): readonly (readonly [string, readonly Shortcut[]])[] {
  const groups = new Map<string, readonly Shortcut[]>();
  for (const shortcut of all.filter(({ isOn = true }) => isOn))
    groups.set(shortcut.group, withOne(groups.get(shortcut.group) ?? [], shortcut));
  return [...groups].toSorted(([a], [b]) => Number(a === last) - Number(b === last));
}

/** Keys that do the same, such as the four arrows, are one line. */
function withOne(group: readonly Shortcut[], shortcut: Shortcut): readonly Shortcut[] {
  const same = group.find(({ says }) => says === shortcut.says);
  if (!same) return [...group, shortcut];
  const keys = [...waysOf(same.keys), ...waysOf(shortcut.keys)];
  return group.map((one) => (one === same ? { ...same, keys } : one));
}
