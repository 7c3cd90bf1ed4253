import { CloseButton, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FlowView, GraphView, NodeTypeView } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { NodePanel } from './NodePanel.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Passages } from './passages.ts';

/** What is open when it is no box: no node can have this id, for ids have no blanks. */
export const PROBLEMS = 'the problems';

interface SidePanelProps {
  readonly view: GraphView;
  readonly types: readonly NodeTypeView[];
  readonly problems: FlowView['problems'];
  readonly passages: Passages;
  /** The node that is open, or `PROBLEMS`. */
  readonly panel: string | undefined;
  setPanel(panel: string | undefined): void;
}

/** The details beside the picture; on a small screen they come from below. */
export function SidePanel(props: SidePanelProps) {
  const { panel, setPanel } = props;
  const { t } = useWords();
  const isNarrow = useMediaQuery('(max-width: 760px)') ?? false;
  const isShown = panel === PROBLEMS || props.view.graph.nodes.some(({ id }) => id === panel);
  const close = () => setPanel(undefined);
  if (isNarrow)
    return (
      <Drawer.Root opened={isShown} onClose={close} position="bottom" size="65%">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('details')}>
          <Drawer.Body pt="md">
            <CloseButton aria-label={t('close')} onClick={close} className="flow-panel-close" />
            <Content {...props} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    );
  if (!isShown) return null;
  return (
    <aside className="flow-panel" aria-label={t('details')}>
      <CloseButton aria-label={t('close')} onClick={close} className="flow-panel-close" />
      <Content {...props} />
    </aside>
  );
}

function Content({ view, types, problems, passages, panel, setPanel }: SidePanelProps) {
  if (panel === PROBLEMS) return <ProblemList problems={problems} choose={setPanel} />;
  const node = view.graph.nodes.find(({ id }) => id === panel);
  if (!node) return null;
  return (
    <NodePanel
      node={node}
      view={view}
      type={types.find(({ type }) => type === node.type)}
      problems={problems.filter((problem) => problem.node === node.id)}
      passed={passages.nodes.get(node.id) ?? 0}
    />
  );
}
