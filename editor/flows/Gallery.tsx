import { Center, Loader } from '@mantine/core';
import { useState } from 'react';
import type { ExampleView, FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import { go } from '../lib/route.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { tell } from '../lib/tell.ts';
import { beginTexts } from './begin-texts.ts';
import { ExampleCard } from './ExampleCard.tsx';

interface GalleryProps {
  /** Ids of the flows that are here: they do not come along. */
  readonly here: ReadonlySet<string>;
}

/** The examples, those in the reader's language first. Taking one opens it. */
export function Gallery({ here }: GalleryProps) {
  const t = useTexts(beginTexts);
  const { t: words, language } = useWords();
  const examples = useResource<readonly ExampleView[]>('/examples');
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<Error>();
  const use = (example: ExampleView) => {
    setBusy(example.id);
    setError(undefined);
    send<FlowView>('POST', `/examples/${encodeURIComponent(example.id)}`).then(
      ({ id, name }) => {
        tell({ message: t('made', { name }), kind: 'done' });
        go(`/flows/${encodeURIComponent(id)}`);
      },
      (trouble: Error) => {
        setError(trouble);
        setBusy(undefined);
      },
    );
  };
  if (examples.error) return <Trouble error={examples.error} retry={examples.reload} />;
  if (!examples.data)
    return (
      <Center h={160}>
        <Loader role="status" aria-label={words('loading')} />
      </Center>
    );
  const names = new Map(examples.data.map(({ id, name }) => [id, name]));
  return (
    <>
      {error && <Trouble error={error} dismiss={() => setError(undefined)} />}
      <ul className="plain-list examples">
        {inReadersLanguage(examples.data, language).map((example) => (
          <ExampleCard
            key={example.id}
            example={example}
            brings={example.leadsTo.filter((id) => !here.has(id)).map((id) => names.get(id) ?? id)}
            busy={busy}
            use={use}
          />
        ))}
      </ul>
    </>
  );
}

/** First those that write in one's own language, and small ones before large ones. */
export const inReadersLanguage = (
  examples: readonly ExampleView[],
  language: string,
): readonly ExampleView[] => {
  const isForeign = ({ languages }: ExampleView) => (languages.includes(language) ? 0 : 1);
  return examples.toSorted((a, b) => isForeign(a) - isForeign(b) || a.nodes - b.nodes);
};
