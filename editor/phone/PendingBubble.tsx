import type { Pending } from './chat-state.ts';
import { Content } from './contents/Content.tsx';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import type { Draft } from './wire.ts';

interface PendingBubbleProps {
  readonly pending: Pending;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** Something the person did that has not arrived yet. A tap or reaction shows only when it failed. */
export function PendingBubble({ pending, onRetry, onDiscard }: PendingBubbleProps) {
  const texts = useTexts();
  const content = contentOf(pending.draft);
  if (!(content || pending.failed)) return null;
  return (
    <li className="entry mine first">
      <div className="stack">
        <div className="bubble pending">
          {content ? <Content {...content} /> : null}
          <span className="meta" role="img" aria-label={pending.failed ? texts.failed : texts.sending}>
            <Icon name={pending.failed ? 'alert' : 'clock'} size={14} />
          </span>
        </div>
        {pending.failed ? (
          <span className="not-sent">
            <button type="button" onClick={onRetry}>
              {texts.notSent}
            </button>
            <button type="button" onClick={onDiscard}>
              {texts.discard}
            </button>
          </span>
        ) : null}
      </div>
    </li>
  );
}

function contentOf(draft: Draft): { readonly type: string; readonly content: unknown } | undefined {
  if (draft.type === 'text') return { type: 'text', content: draft.text };
  if (draft.type === 'location') return { type: 'location', content: draft.location };
  if (draft.type === 'file') return { type: 'document', content: { filename: draft.file.name } };
  return undefined;
}
