import { Avatar } from './Avatar.tsx';
import { useTexts } from './language.tsx';
import { filled } from './texts.ts';
import type { Line } from './wire.ts';

interface EmptyChatProps {
  readonly line: Line;
  readonly onTry: (text: string) => void;
}

/** What a newcomer sees: whom they write to, and words that are worth trying. */
export function EmptyChat({ line, onTry }: EmptyChatProps) {
  const texts = useTexts();
  return (
    <div className="empty">
      <Avatar name={line.name} size={72} />
      <h2>{filled(texts.hello, 'name', line.name)}</h2>
      <p>{texts.helloWhy}</p>
      {line.hints.length > 0 ? (
        <div className="hints">
          <span>{texts.try}</span>
          {line.hints.map((hint) => (
            <button key={hint} type="button" className="pill" onClick={() => onTry(hint)}>
              {hint}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
