import { useState } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { renameFlow } from '../desk/edits/names.ts';
import { useTexts } from '../lib/language.tsx';
import { studioTexts } from './texts.ts';

/** What the flow is called; a click makes it a field. */
export function FlowName() {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const name = useDesk(({ document }) => document.name);
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const [draft, setDraft] = useState<string>();
  const finish = () => {
    if (draft !== undefined) desk.getState().edit((document) => renameFlow(document, draft));
    setDraft(undefined);
  };
  if (isFixed) return <h1 className="flow-name">{name}</h1>;
  if (draft === undefined)
    return (
      <h1 className="flow-name">
        <button type="button" title={t('rename')} onClick={() => setDraft(name)}>
          {name}
        </button>
      </h1>
    );
  return (
    <input
      className="flow-name-field"
      aria-label={t('flowName')}
      value={draft}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of what was just clicked
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
