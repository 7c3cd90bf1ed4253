import { Alert } from '@mantine/core';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { FlowSettings } from './FlowSettings.tsx';
import { inspectorTexts } from './inspector-texts.ts';
import { NodeInspector } from './NodeInspector.tsx';
import { SeveralNodes } from './SeveralNodes.tsx';
import './inspector.css';

/** Everything about what is selected, to be changed: one box, several, or the flow itself. */
export function Inspector() {
  const t = useTexts(inspectorTexts);
  const chosen = useDesk((desk) => desk.chosen);
  const nodes = useDesk(({ document, version }) => (version ?? document).graph.nodes);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const found = nodes.filter(({ id }) => chosen.includes(id));
  const [first] = found;
  return (
    <div className="inspector">
      {isReadOnly && (
        <Alert variant="light" color="gray" p="xs">
          {t('readOnly')}
        </Alert>
      )}
      {first && found.length === 1 && <NodeInspector key={first.id} node={first} />}
      {found.length > 1 && <SeveralNodes nodes={found} />}
      {found.length === 0 && <FlowSettings />}
    </div>
  );
}
