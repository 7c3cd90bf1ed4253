import { Group } from '@mantine/core';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { inspectorTexts } from './inspector-texts.ts';
import { Deeds, useDeeds } from './NodeDeeds.tsx';

/** Several boxes at once: which they are, and what can be done with all of them. */
export function SeveralNodes({ nodes }: { readonly nodes: readonly GraphNode[] }) {
  const t = useTexts(inspectorTexts);
  const types = useDesk((desk) => desk.types);
  const open = useDesk((desk) => desk.open);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const { titleOf } = useNodeWords();
  const deeds = useDeeds();
  return (
    <>
      <header>
        <h2>{t('several', { n: nodes.length })}</h2>
        <p className="inspector-quiet">{t('severalWhy')}</p>
      </header>
      <ul className="several">
        {nodes.map(({ id, type, title }) => {
          const known = types.get(type);
          return (
            <li key={id}>
              <button type="button" onClick={() => open(id)}>
                <NodeIcon type={type} size={16} />
                {title || (known ? titleOf(known) : type)}
              </button>
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <Group gap={6}>
          <Deeds ids={nodes.map(({ id }) => id)} {...deeds} />
        </Group>
      )}
    </>
  );
}
