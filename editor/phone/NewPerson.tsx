import { use, useState } from 'react';
import { addPerson, Refusal } from './api.ts';
import { Language, useTexts } from './language.tsx';
import { languages } from './texts.ts';
import type { Person } from './wire.ts';

interface NewPersonProps {
  readonly onAdded: (person: Person) => void;
  readonly onCancel: (() => void) | undefined;
}

/** Gives somebody a phone: with a number, or with only a username as since 2026. */
export function NewPerson({ onAdded, onCancel }: NewPersonProps) {
  const texts = useTexts();
  const language = use(Language);
  const [trouble, setTrouble] = useState('');
  const submit = async (form: FormData) => {
    const words = [...form].map(
      ([key, value]) => [key, typeof value === 'string' ? value.trim() : ''] as const,
    );
    try {
      onAdded(await addPerson(Object.fromEntries(words)));
    } catch (error) {
      setTrouble(error instanceof Refusal && error.message ? error.message : texts.broken);
    }
  };
  return (
    <form action={submit} className="new-person">
      <label className="field">
        <span>{texts.name}</span>
        <input name="name" required maxLength={60} autoComplete="off" />
      </label>
      <label className="field">
        <span>{texts.number}</span>
        <input name="number" type="tel" autoComplete="off" defaultValue={freeNumber()} />
        <small>{texts.numberHint}</small>
      </label>
      <label className="field">
        <span>{texts.username}</span>
        <input name="username" autoComplete="off" maxLength={36} />
        <small>{texts.usernameHint}</small>
      </label>
      <label className="field">
        <span>{texts.language}</span>
        <select name="language" defaultValue={language}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {trouble ? (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="primary">
          {texts.add}
        </button>
        {onCancel ? (
          <button type="button" className="quiet" onClick={onCancel}>
            {texts.cancel}
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** A number nobody has: 555-01xx and the like are kept free for fiction. */
const freeNumber = (): string =>
  `+1 555 01${Math.floor(Math.random() * 90 + 10)} ${Math.floor(Math.random() * 900 + 100)}`;
