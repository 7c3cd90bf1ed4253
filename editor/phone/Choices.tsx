import type { BubbleActions } from './Bubble.tsx';
import type { Choice } from './choices.ts';
import { Icon } from './Icon.tsx';
import type { Message } from './wire.ts';

interface ChoicesProps {
  readonly message: Message;
  readonly choices: readonly Choice[];
  readonly actions: BubbleActions;
}

/** The buttons under a bubble. Old ones stay: people tap them days later, and the business must cope. */
export function Choices({ message, choices, actions }: ChoicesProps) {
  const on: Readonly<Record<Choice['is'], (choice: Choice) => void>> = {
    reply: ({ id }) => actions.write({ type: 'tap', tap: { message_id: message.id, id } }),
    list: () => actions.openList(message),
    place: () => actions.sendPlace(message),
    link: ({ text }) => void navigator.clipboard?.writeText(text),
  };
  return (
    <div className="choices">
      {choices.map((choice) =>
        choice.href && /^(https?|tel):/i.test(choice.href) ? (
          <a key={choice.id} className="choice" href={choice.href} target="_blank" rel="noreferrer noopener">
            <Icon name={choice.icon} size={18} />
            <span>{choice.text}</span>
          </a>
        ) : (
          <button key={choice.id} type="button" className="choice" onClick={() => on[choice.is](choice)}>
            <Icon name={choice.icon} size={18} />
            <span>{choice.text}</span>
          </button>
        ),
      )}
    </div>
  );
}
