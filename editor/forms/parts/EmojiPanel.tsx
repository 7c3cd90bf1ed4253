import { Loader, ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts, useWords } from '../../lib/language.tsx';
import { type Emoji, findEmojis, loadEmojis, recentEmojis, rememberEmoji } from '../emojis.ts';
import { formTexts } from '../texts/form-texts.ts';

const MOST_FOUND = 80;
/** emojibase's groups, in the order people look for them; its group 2 holds only skin tones and hair. */
const GROUPS = [
  [0, 'emojiSmileys'],
  [1, 'emojiPeople'],
  [3, 'emojiNature'],
  [4, 'emojiFood'],
  [5, 'emojiTravel'],
  [6, 'emojiActivities'],
  [7, 'emojiObjects'],
  [8, 'emojiSymbols'],
  [9, 'emojiFlags'],
] as const;

/** Emoji to be searched and chosen from, in a file of its own so that it is loaded only when it is wanted. */
export function EmojiPanel({ choose }: { choose(emoji: string): void }) {
  const t = useTexts(formTexts);
  const { language } = useWords();
  const [emojis, setEmojis] = useState<readonly Emoji[]>();
  const [wish, setWish] = useState('');
  const [group, setGroup] = useState<number>(0);
  useEffect(() => {
    let isWanted = true;
    void loadEmojis(language).then((all) => isWanted && setEmojis(all));
    return () => {
      isWanted = false;
    };
  }, [language]);
  const take = (emoji: string) => {
    rememberEmoji(emoji);
    choose(emoji);
  };
  const recent = recentEmojis();
  const shown =
    wish.trim() === ''
      ? (emojis ?? []).filter((emoji) => emoji.group === group)
      : findEmojis(emojis ?? [], wish, MOST_FOUND);
  return (
    <div className="emoji-panel">
      <TextInput
        size="xs"
        data-autofocus
        value={wish}
        placeholder={t('searchEmoji')}
        aria-label={t('searchEmoji')}
        onChange={({ currentTarget }) => setWish(currentTarget.value)}
      />
      {wish.trim() === '' && <Groups group={group} choose={setGroup} emojis={emojis ?? []} />}
      <ScrollArea h={210} type="auto">
        {!emojis && <Loader size="sm" m="md" />}
        {wish.trim() === '' && recent.length > 0 && (
          <Grid
            label={t('emojiRecent')}
            emojis={recent.map((unicode) => ({ unicode, label: unicode }))}
            take={take}
          />
        )}
        <Grid emojis={shown} take={take} />
        {emojis && shown.length === 0 && <Text size="sm">{t('noEmoji')}</Text>}
      </ScrollArea>
    </div>
  );
}

interface GroupsProps {
  readonly group: number;
  readonly emojis: readonly Emoji[];
  choose(group: number): void;
}

function Groups({ group, emojis, choose }: GroupsProps) {
  const t = useTexts(formTexts);
  return (
    <div className="emoji-groups" role="tablist" aria-label={t('emojiGroups')}>
      {GROUPS.map(([id, name]) => (
        <UnstyledButton
          key={id}
          role="tab"
          aria-selected={id === group}
          aria-label={t(name)}
          title={t(name)}
          onClick={() => choose(id)}
        >
          {emojis.find((emoji) => emoji.group === id)?.unicode ?? '·'}
        </UnstyledButton>
      ))}
    </div>
  );
}

interface GridProps {
  readonly label?: string;
  readonly emojis: readonly Pick<Emoji, 'unicode' | 'label'>[];
  take(emoji: string): void;
}

const Grid = ({ label, emojis, take }: GridProps) => (
  <section>
    {label !== undefined && <h5>{label}</h5>}
    <div className="emoji-grid">
      {emojis.map((emoji) => (
        <UnstyledButton
          key={emoji.unicode}
          aria-label={emoji.label}
          title={emoji.label}
          onClick={() => take(emoji.unicode)}
        >
          {emoji.unicode}
        </UnstyledButton>
      ))}
    </div>
  </section>
);
