import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { fileOf } from '../desk/document.ts';
import { send } from '../lib/api.ts';
import type { NodeVariables } from './variables.ts';

const SOON_MS = 350;

/** The variables that can exist at a node of the flow on the desk, as it is drawn now. */
export function useVariables(node: string | undefined): NodeVariables | undefined {
  const id = useDesk(({ flow }) => flow.id);
  const [document] = useDebouncedValue(
    useDesk((desk) => desk.document),
    SOON_MS,
  );
  const [found, setFound] = useState<{ readonly node: string; readonly variables: NodeVariables }>();
  useEffect(() => {
    if (node === undefined) return;
    let isWanted = true;
    send<NodeVariables>('POST', `/flows/${encodeURIComponent(id)}/variables`, {
      node,
      file: fileOf(document),
    }).then(
      (variables) => isWanted && setFound({ node, variables }),
      // Without them texts can still be written; the linter checks what they read.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id, node, document]);
  return found?.node === node ? found?.variables : undefined;
}
