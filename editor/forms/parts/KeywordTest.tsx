import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconFlask, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeywordMatch } from '../../../nodes/contract/keywords.ts';
import type { Explanation, NumberView } from '../../../server/api/contract.ts';
import type { KeywordVerdictView } from '../../../server/api/flows/inspecting.ts';
import { send } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { useResource } from '../../lib/resource.ts';
import { useNodeWords } from '../../lib/use-node-words.ts';
import { keywordTexts } from '../texts/keyword-texts.ts';

interface KeywordTestProps {
  readonly keywords: readonly string[];
  readonly how: KeywordMatch;
}

const SOON_MS = 250;

/** Asks the server, word for word as it would happen, whether a message would match. */
export function KeywordTest({ keywords, how }: KeywordTestProps) {
  const t = useTexts(keywordTexts);
  const [text, setText] = useState('');
  const verdict = useVerdict(keywords, how, text);
  const winner = useWinner(text);
  return (
    <div className="keyword-test">
      <TextInput
        size="xs"
        value={text}
        aria-label={t('tryIt')}
        placeholder={t('tryIt')}
        leftSection={<IconFlask size={15} aria-hidden />}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div aria-live="polite">
        {text.trim() !== '' && verdict && (
          <p className="verdict" data-matches={verdict.matches}>
            {verdict.matches ? <IconCheck size={15} aria-hidden /> : <IconX size={15} aria-hidden />}
            <span>{sentence(t, verdict)}</span>
          </p>
        )}
        {text.trim() !== '' && winner && <p className="field-note">{t('now', { because: winner })}</p>}
      </div>
    </div>
  );
}

function sentence(
  t: ReturnType<typeof useTexts<keyof (typeof keywordTexts)['en']>>,
  verdict: KeywordVerdictView,
) {
  if (verdict.matches) {
    const { keyword, found } = verdict;
    return keyword === found ? t('matches', { keyword }) : t('matchesPattern', { keyword, found });
  }
  return 'keyword' in verdict
    ? t(verdict.why, { keyword: verdict.keyword, found: verdict.found })
    : t(verdict.why);
}

function useVerdict(
  keywords: readonly string[],
  how: KeywordMatch,
  text: string,
): KeywordVerdictView | undefined {
  const [asked] = useDebouncedValue(JSON.stringify({ keywords, how, text }), SOON_MS);
  const [verdict, setVerdict] = useState<{ readonly of: string; readonly says: KeywordVerdictView }>();
  useEffect(() => {
    const { text: words } = JSON.parse(asked);
    if (String(words).trim() === '') return;
    let isWanted = true;
    send<KeywordVerdictView>('POST', '/keywords/test', JSON.parse(asked)).then(
      (says) => isWanted && setVerdict({ of: asked, says }),
      () => isWanted && setVerdict(undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return verdict?.of === asked ? verdict?.says : undefined;
}

/** Who would get the message as things are live now. */
function useWinner(text: string): string | undefined {
  const [words] = useDebouncedValue(text.trim(), SOON_MS * 2);
  const numbers = useResource<readonly NumberView[]>(words === '' ? undefined : '/numbers');
  const number = numbers.data?.[0]?.id;
  const { say } = useNodeWords();
  const [winner, setWinner] = useState<{ readonly of: string; readonly because: Explanation['sentence'] }>();
  useEffect(() => {
    if (words === '' || number === undefined) return;
    let isWanted = true;
    send<Explanation>('POST', '/explain', { number, text: words }).then(
      ({ sentence: because }) => isWanted && setWinner({ of: words, because }),
      () => isWanted && setWinner(undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [words, number]);
  return winner && winner.of === words ? say(winner.because) : undefined;
}
