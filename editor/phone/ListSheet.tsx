import { choicesOf, sectionsOf } from './choices.ts';
import { Sheet } from './Sheet.tsx';
import type { Message } from './wire.ts';

interface ListSheetProps {
  readonly message: Message;
  readonly onClose: () => void;
  readonly onRow: (id: string) => void;
}

/** The rows of a list message. */
export function ListSheet({ message, onClose, onRow }: ListSheetProps) {
  const title = choicesOf(message, '')[0]?.text ?? '';
  return (
    <Sheet title={title} onClose={onClose}>
      {sectionsOf(message).map((section, at) => (
        <section key={section.rows[0]?.id ?? section.title} className="list-section">
          {section.title ? <h3>{section.title}</h3> : null}
          {section.rows.map((row, index) => (
            <button
              key={row.id}
              type="button"
              className="list-row"
              data-first={at === 0 && index === 0 ? '' : undefined}
              onClick={() => onRow(row.id)}
            >
              <strong>{row.title}</strong>
              {row.description ? <span>{row.description}</span> : null}
            </button>
          ))}
        </section>
      ))}
    </Sheet>
  );
}
