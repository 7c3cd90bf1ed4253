import { useTexts } from './language.tsx';
import type { Texts } from './texts.ts';

interface NoticeProps {
  readonly is: 'signedOut' | 'broken' | 'noNumber' | 'noPeople';
  readonly onRetry?: () => void;
  readonly children?: React.ReactNode;
}

const WHY: Readonly<Record<NoticeProps['is'], keyof Texts | undefined>> = {
  signedOut: undefined,
  broken: undefined,
  noNumber: 'noNumberWhy',
  noPeople: undefined,
};

/** Why there is no chat, and the way on. */
export function Notice({ is, onRetry, children }: NoticeProps) {
  const texts = useTexts();
  const why = WHY[is];
  return (
    <div className="notice" role="status">
      <h2>{texts[is]}</h2>
      {why ? <p>{texts[why]}</p> : null}
      {is === 'signedOut' ? (
        <a className="primary" href="/">
          {texts.signIn}
        </a>
      ) : null}
      {onRetry ? (
        <button type="button" className="primary" onClick={onRetry}>
          {texts.tryAgain}
        </button>
      ) : null}
      {children}
    </div>
  );
}
