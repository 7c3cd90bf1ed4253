import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { merge } from '../desk/merge.ts';
import { forget, recall } from '../desk/safety-copy.ts';
import { isSame } from '../desk/same.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { studioTexts } from './texts.ts';

/** Offers what an earlier page could not save any more. */
export function LeftBehind() {
  const t = useTexts(studioTexts);
  const { locale } = useWords();
  const desk = useDeskStore();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const [copy, setCopy] = useState(() => {
    const { flow, document } = desk.getState();
    const found = recall(flow.id);
    // The server has it already, or it says the same.
    const isLeft = found && !isSame(merge(found.base, found.document, document).document, document);
    return isLeft ? found : undefined;
  });
  if (!copy || isFixed) return null;
  const discard = () => {
    forget(desk.getState().flow.id);
    setCopy(undefined);
  };
  const restore = () => {
    desk.getState().edit((document) => merge(copy.base, copy.document, document).document);
    setCopy(undefined);
  };
  const time = new Date(copy.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="left-behind" role="alert">
      <span>
        <b>{t('leftTitle', { time })}</b> {t('leftWhy')}
      </span>
      <Button size="xs" onClick={restore}>
        {t('restore')}
      </Button>
      <Button size="xs" variant="default" onClick={discard}>
        {t('discard')}
      </Button>
    </section>
  );
}
