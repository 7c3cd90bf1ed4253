import { use, useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { Language, useTexts } from './language.tsx';
import { NewPerson } from './NewPerson.tsx';
import { languages } from './texts.ts';
import type { Line, Person } from './wire.ts';

/** Who is who on this page, and how to change it. */
export interface PeopleProps {
  readonly lines: readonly Line[];
  readonly people: readonly Person[];
  readonly line: Line | undefined;
  readonly person: Person | undefined;
  readonly onLine: (id: string) => void;
  readonly onPerson: (person: Person) => void;
  readonly onLanguage: (language: string) => void;
}

/** Everyone with a phone, the numbers they can write to, and the language of the page. */
export function People({ lines, people, line, person, onLine, onPerson, onLanguage }: PeopleProps) {
  const texts = useTexts();
  const [isAdding, setAdding] = useState(people.length === 0);
  return (
    <div className="people">
      {lines.length > 1 ? (
        <label className="field">
          <span>{texts.chatWith}</span>
          <select value={line?.id} onChange={(event) => onLine(event.target.value)}>
            {lines.map(({ id, name, displayNumber }) => (
              <option key={id} value={id}>
                {name} · {displayNumber}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <h3>{texts.people}</h3>
      {people.length === 0 ? <p className="aside">{texts.noPeopleWhy}</p> : null}
      <ul className="people-list">
        {people.map((each) => (
          <li key={each.id}>
            <button type="button" aria-current={each.id === person?.id} onClick={() => onPerson(each)}>
              <Avatar name={each.name} size={40} />
              <span>
                <strong>{each.name}</strong>
                <span>{each.number ? `+${each.number}` : `@${each.username}`}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewPerson
          onAdded={(added) => {
            setAdding(false);
            onPerson(added);
          }}
          onCancel={people.length > 0 ? () => setAdding(false) : undefined}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setAdding(true)}>
          <Icon name="plus" size={18} />
          {texts.newPerson}
        </button>
      )}
      <label className="field language">
        <span>{texts.language}</span>
        <select value={use(Language)} onChange={(event) => onLanguage(event.target.value)}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
