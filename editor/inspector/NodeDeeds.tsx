import { Button, Group } from '@mantine/core';
import { IconCode, IconCopy, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import { isObject } from '../../nodes/contract/json.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { paste, pieceOf, portsOfPasted } from '../desk/edits/piece.ts';
import { remove } from '../desk/edits/remove.ts';
import { JsonText } from '../forms/fields/RawField.tsx';
import { useTexts } from '../lib/language.tsx';
import { withParams } from './edits.ts';
import { inspectorTexts } from './inspector-texts.ts';

interface NodeDeedsProps {
  readonly node: GraphNode;
  /** Its settings are shown as they are from the beginning, for nothing else can show them. */
  readonly isOpen: boolean;
}

/** What can be done with a box as a whole, and its settings as they are kept. */
export function NodeDeeds({ node, isOpen }: NodeDeedsProps) {
  const t = useTexts(inspectorTexts);
  const edit = useDesk((desk) => desk.edit);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const deeds = useDeeds();
  const [isRaw, setRaw] = useState(isOpen);
  const id = useId();
  return (
    <section className="inspector-section">
      <Group gap={6}>
        {!isReadOnly && <Deeds ids={[node.id]} {...deeds} />}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isRaw}
          leftSection={<IconCode size={15} aria-hidden />}
          onClick={() => setRaw(!isRaw)}
        >
          {t(isRaw ? 'hideRaw' : 'raw')}
        </Button>
      </Group>
      {isRaw && (
        <div className="inspector-raw">
          <JsonText
            id={id}
            value={node.params}
            isReadOnly={isReadOnly}
            take={(params) =>
              isObject(params) && edit(withParams(node.id, params), { joins: `raw ${node.id}` })
            }
          />
        </div>
      )}
    </section>
  );
}

const BESIDE = { x: 32, y: 32 };

interface Doing {
  double(ids: readonly string[]): void;
  remove(ids: readonly string[]): void;
}

/** Doubles and deletes boxes; both can be undone. */
export function useDeeds(): Doing {
  const desk = useDeskStore();
  return {
    double: (ids) => {
      const { document, ports, edit, choose } = desk.getState();
      const copies = paste(document, pieceOf(document, ids), BESIDE, Math.random);
      edit(() => copies.document, { ports: portsOfPasted(ports, copies.renamed) });
      choose(copies.ids);
    },
    remove: (ids) => {
      desk.getState().edit((document) => remove(document, new Set(ids)));
      desk.getState().choose([]);
    },
  };
}

export function Deeds({ ids, double, remove }: Doing & { readonly ids: readonly string[] }) {
  const t = useTexts(inspectorTexts);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCopy size={15} aria-hidden />}
        onClick={() => double(ids)}
      >
        {t('double')}
      </Button>
      <Button
        size="compact-sm"
        variant="light"
        color="red"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => remove(ids)}
      >
        {t('remove')}
      </Button>
    </>
  );
}
