import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import type { Line, Person } from './wire.ts';

interface ChatHeaderProps {
  readonly line: Line;
  readonly person: Person;
  readonly isTyping: boolean;
  readonly onPeople: () => void;
}

/** Whom the person writes to. */
export function ChatHeader({ line, person, isTyping, onPeople }: ChatHeaderProps) {
  const texts = useTexts();
  return (
    <header className="chat-header">
      <button
        type="button"
        className="who"
        aria-label={`${texts.peopleButton} (${person.name})`}
        onClick={onPeople}
      >
        <Icon name="back" />
        <Avatar name={person.name} size={28} />
      </button>
      <Avatar name={line.name} size={40} />
      <div className="chat-title">
        <h1>
          <span className="name">{line.name}</span>
          <svg
            role="img"
            aria-label={texts.business}
            width="17"
            height="17"
            viewBox="0 0 24 24"
            className="badge"
          >
            <path d="M12 1.500l2.700 2.200 3.500-.200.900 3.400 2.900 1.900-1.300 3.200 1.300 3.200-2.900 1.900-.900 3.400-3.500-.200L12 22.500l-2.700-2.200-3.500.200-.900-3.400L2 15.200 3.300 12 2 8.800l2.900-1.900.900-3.400 3.500.200z" />
            <path d="M7.500 12.200l3 3 6-6.200" className="badge-tick" />
          </svg>
        </h1>
        <p aria-live="polite">{isTyping ? texts.typing : line.displayNumber}</p>
      </div>
    </header>
  );
}
