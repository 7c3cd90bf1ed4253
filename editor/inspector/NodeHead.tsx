import { TextInput } from '@mantine/core';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { faceOf } from '../lib/faces.ts';
import { useTexts } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { withTitle } from './edits.ts';
import { inspectorTexts } from './inspector-texts.ts';

interface NodeHeadProps {
  readonly node: GraphNode;
  readonly type: NodeTypeView | undefined;
}

/** What a box is called, to be changed in place, and what its kind does. */
export function NodeHead({ node, type }: NodeHeadProps) {
  const t = useTexts(inspectorTexts);
  const { titleOf, docOf } = useNodeWords();
  const edit = useDesk((desk) => desk.edit);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const kind = type ? titleOf(type) : node.type;
  return (
    <header className="node-head" data-group={faceOf(node.type).group}>
      <span className="node-head-icon">
        <NodeIcon type={node.type} size={20} />
      </span>
      <div className="node-head-words">
        <TextInput
          className="node-title"
          variant="unstyled"
          value={node.title ?? ''}
          placeholder={kind}
          aria-label={t('rename')}
          title={t('renameHint')}
          maxLength={80}
          readOnly={isReadOnly}
          onChange={({ currentTarget }) =>
            edit(withTitle(node.id, currentTarget.value), { joins: `title ${node.id}` })
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <p>
          {node.title && <b>{kind}</b>} {type && docOf(type)}
        </p>
      </div>
    </header>
  );
}
