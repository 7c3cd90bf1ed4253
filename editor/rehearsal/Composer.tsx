import { ActionIcon, Menu, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { PLACE } from './Bubble.tsx';
import { saidLine } from './chat-text.ts';
import type { Reader } from './say.ts';

const LONGEST = 4_096;

/** Other things than words that people send. */
const OTHERS = [
  ['photo', '< <image>'],
  ['voice', '< <voice>'],
  ['video', '< <video>'],
  ['document', '< <document document.pdf>'],
  ['location', PLACE],
  ['sticker', '< <sticker>'],
  ['reaction', '< <reaction 👍>'],
] as const;

/** Where the customer's words are written. Enter sends, Shift+Enter makes a new line. */
export function Composer({ say, reader: { t } }: { readonly reader: Reader; say(line: string): void }) {
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() === '') return;
    say(saidLine(text));
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Thai or Chinese keyboard still composes, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="rcomposer">
      <Menu position="top-start" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('attach')} title={t('attach')}>
            <IconPlus size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {OTHERS.map(([key, line]) => (
            <Menu.Item key={key} onClick={() => say(line)}>
              {t(key)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Textarea
        className="rcomposer-text"
        aria-label={t('message')}
        placeholder={t('message')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Tooltip label={t('send')}>
        <ActionIcon size="lg" radius="xl" aria-label={t('send')} onClick={send} disabled={text.trim() === ''}>
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
