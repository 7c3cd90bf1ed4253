import { Center, Loader, Stack } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { FlowView, NodeTypeView } from '../../server/api/contract.ts';
import { CanvasRoom } from '../canvas/CanvasRoom.tsx';
import { DeskContext } from '../desk/DeskContext.tsx';
import { createDesk } from '../desk/desk.ts';
import { useAutosave } from '../desk/use-autosave.ts';
import { useWords } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { Studio } from './Studio.tsx';
import { useMayEdit } from './use-may-edit.ts';

/** One flow: drawn, tried, mended, published; on a small screen only looked at. */
export function FlowPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const flow = useResource<FlowView>(`/flows/${encodeURIComponent(id)}`);
  const types = useResource<readonly NodeTypeView[]>('/node-types');
  const error = flow.error ?? types.error;
  if (error && !(flow.data && types.data))
    return (
      <Stack p="md">
        <Trouble
          error={error}
          retry={() => {
            flow.reload();
            types.reload();
          }}
        />
      </Stack>
    );
  if (!flow.data || !types.data)
    return (
      <Center h="50vh">
        <Loader role="status" aria-label={t('loading')} />
      </Center>
    );
  return <Opened flow={flow.data} types={types.data} />;
}

interface OpenedProps {
  readonly flow: FlowView;
  readonly types: readonly NodeTypeView[];
}

/** The node types as the reader of the page calls them: whatever reads them from the desk is in their language. */
function useTypesInWords(types: readonly NodeTypeView[]): ReadonlyMap<string, NodeTypeView> {
  const words = useNodeWords();
  return useMemo(
    () =>
      new Map(
        types.map((type) => [
          type.type,
          {
            ...type,
            title: words.titleOf(type),
            doc: words.docOf(type),
            params: words.schemaOf(type),
            fresh: words.freshOf(type),
          },
        ]),
      ),
    [types, words],
  );
}

/** The flow is laid on the desk once; from then on the desk knows best. */
function Opened({ flow, types }: OpenedProps) {
  const mayEdit = useMayEdit();
  const known = useTypesInWords(types);
  const [desk] = useState(() => createDesk(flow, known, { isReadOnly: !mayEdit }));
  useEffect(() => desk.getState().setMayEdit(mayEdit), [desk, mayEdit]);
  useEffect(() => desk.setState({ types: known }), [desk, known]);
  useAutosave(desk);
  return (
    <DeskContext value={desk}>
      <CanvasRoom>
        <Studio />
      </CanvasRoom>
    </DeskContext>
  );
}
