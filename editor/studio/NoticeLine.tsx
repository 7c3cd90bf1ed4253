import { useEffect, useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { studioTexts } from './texts.ts';

const SHOWN_MS = 6_000;
type Key = Parameters<ReturnType<typeof useTexts<keyof typeof studioTexts.en>>>[0];

/** What is said in passing, for a moment. */
export function NoticeLine() {
  const t = useTexts(studioTexts);
  const notice = useDesk((desk) => desk.notice);
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setOver(notice.turn), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const isShown = notice !== undefined && notice.turn > over && Object.hasOwn(studioTexts.en, notice.what);
  return (
    <div role="status" className="notice-line" data-shown={isShown || undefined}>
      {isShown && t(notice.what as Key, notice.holes)}
    </div>
  );
}
