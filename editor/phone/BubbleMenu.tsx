import type { BubbleActions } from './Bubble.tsx';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import { usePopup } from './use-popup.ts';
import type { Message } from './wire.ts';

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

interface BubbleMenuProps {
  readonly message: Message;
  readonly hasReaction: boolean;
  readonly actions: BubbleActions;
}

/** React to a message or answer it. */
export function BubbleMenu({ message, hasReaction, actions }: BubbleMenuProps) {
  const texts = useTexts();
  const { box, isOpen, toggle, close } = usePopup();
  const react = (emoji?: string) => {
    close();
    actions.write({ type: 'reaction', reaction: { message_id: message.id, ...(emoji ? { emoji } : {}) } });
  };
  return (
    <div className={`bubble-menu ${isOpen ? 'open' : ''}`} ref={box}>
      <button
        type="button"
        className="round small"
        aria-label={texts.options}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon name="smile" size={16} />
      </button>
      {isOpen ? (
        <fieldset className="menu-card" aria-label={texts.options}>
          {EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={`${texts.react} ${emoji}`}
              onClick={() => react(emoji)}
            >
              {emoji}
            </button>
          ))}
          {hasReaction ? (
            <button
              type="button"
              aria-label={texts.removeReaction}
              title={texts.removeReaction}
              onClick={() => react()}
            >
              <Icon name="close" size={18} />
            </button>
          ) : null}
          <button
            type="button"
            aria-label={texts.reply}
            title={texts.reply}
            onClick={() => {
              close();
              actions.reply(message);
            }}
          >
            <Icon name="reply" size={18} />
          </button>
        </fieldset>
      ) : null}
    </div>
  );
}
