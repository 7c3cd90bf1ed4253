import { useCallback, useEffect, useState } from 'react';
import { lists, Refusal } from './api.ts';
import { ChatScreen } from './ChatScreen.tsx';
import { Language } from './language.tsx';
import { Notice } from './Notice.tsx';
import { People, type PeopleProps } from './People.tsx';
import { Sheet } from './Sheet.tsx';
import { spoken, textsOf } from './texts.ts';
import type { Line, Person } from './wire.ts';

interface Lists {
  readonly lines: readonly Line[];
  readonly people: readonly Person[];
}

type Trouble = 'signedOut' | 'broken';

/** The page with a phone on it. Who writes to whom stands in the address, so that it survives a reload. */
export function App() {
  const [known, setKnown] = useState<Lists>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [choice, choose] = useAddress();
  const [isChoosing, setChoosing] = useState(false);
  const refresh = useCallback(() => {
    lists()
      .then((found) => {
        setKnown(found);
        setTrouble(undefined);
      })
      .catch((error: unknown) =>
        setTrouble(error instanceof Refusal && error.status === 401 ? 'signedOut' : 'broken'),
      );
  }, []);
  useEffect(refresh, [refresh]);
  const person = known?.people.find(({ id }) => id === choice.phone) ?? known?.people[0];
  const line = known?.lines.find(({ id }) => id === choice.number) ?? known?.lines[0];
  const language = spoken(choice.lang, person?.language, navigator.language);
  const texts = textsOf(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${texts.title} · Sluice`;
  }, [language, texts]);
  const people: PeopleProps = {
    ...(known ?? { lines: [], people: [] }),
    line,
    person,
    onLine: (number) => choose({ number }),
    onPerson: ({ id }) => {
      choose({ phone: id });
      setChoosing(false);
      refresh();
    },
    onLanguage: (lang) => choose({ lang }),
  };
  return (
    <Language value={language}>
      <div className="page">
        <aside className="side">
          <h1>{texts.title}</h1>
          <p className="aside">{texts.intro}</p>
          {known ? <People {...people} /> : null}
        </aside>
        <main className="phone">
          <Screen known={known} trouble={trouble} people={people} onRetry={refresh}>
            {person && line ? (
              <ChatScreen
                key={`${person.id} ${line.id}`}
                person={person}
                line={line}
                onPeople={() => setChoosing(true)}
                onLists={refresh}
                onSignedOut={() => setTrouble('signedOut')}
              />
            ) : null}
          </Screen>
          {isChoosing ? (
            <Sheet title={texts.title} onClose={() => setChoosing(false)}>
              <People {...people} />
            </Sheet>
          ) : null}
        </main>
      </div>
    </Language>
  );
}

interface ScreenProps {
  readonly known: Lists | undefined;
  readonly trouble: Trouble | undefined;
  readonly people: PeopleProps;
  readonly onRetry: () => void;
  readonly children: React.ReactNode;
}

/** The chat, or why there is none. */
function Screen({ known, trouble, people, onRetry, children }: ScreenProps) {
  if (trouble === 'signedOut') return <Notice is="signedOut" />;
  if (!known) return trouble ? <Notice is="broken" onRetry={onRetry} /> : null;
  if (known.lines.length === 0) return <Notice is="noNumber" onRetry={onRetry} />;
  if (known.people.length === 0)
    return (
      <Notice is="noPeople">
        <People {...people} />
      </Notice>
    );
  return children;
}

type Choice = Readonly<Record<'phone' | 'number' | 'lang', string | null>>;

function useAddress(): readonly [Choice, (change: Partial<Choice>) => void] {
  const read = (): Choice => {
    const query = new URLSearchParams(window.location.search);
    return { phone: query.get('phone'), number: query.get('number'), lang: query.get('lang') };
  };
  const [choice, setChoice] = useState(read);
  const change = (wish: Partial<Choice>) => {
    const url = new URL(window.location.href);
    for (const [key, value] of Object.entries(wish)) if (value) url.searchParams.set(key, value);
    window.history.replaceState(null, '', url);
    setChoice(read());
  };
  return [choice, change];
}
