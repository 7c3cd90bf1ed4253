import { Center, Loader, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FlowView, GraphView, NodeTypeView, VersionView } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { Canvas } from './Canvas.tsx';
import { FlowBar, type Shown } from './FlowBar.tsx';
import { Legend } from './Legend.tsx';
import { PROBLEMS, SidePanel } from './SidePanel.tsx';
import { toXyflow } from './to-xyflow.ts';
import { usePassages } from './use-passages.ts';
import './flow-page.css';

/** One flow: its picture, what its boxes say, what is wrong, and who is passing through. */
export function FlowPage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const flow = useResource<FlowView>(`/flows/${encodeURIComponent(id)}`);
  const types = useResource<readonly NodeTypeView[]>('/node-types');
  const error = flow.error ?? types.error;
  if (error && !flow.data)
    return (
      <Stack p="md">
        <Trouble error={error} retry={flow.reload} />
      </Stack>
    );
  if (!flow.data || !types.data)
    return (
      <Center h="50vh">
        <Loader aria-label={t('loading')} />
      </Center>
    );
  return <Opened flow={flow.data} types={types.data} put={flow.put} />;
}

interface OpenedProps {
  readonly flow: FlowView;
  readonly types: readonly NodeTypeView[];
  put(flow: FlowView): void;
}

function Opened({ flow, types, put }: OpenedProps) {
  const [wish, setShown] = useState<Shown>();
  const [panel, setPanel] = useState<string>();
  const shown = wish ?? (flow.live === undefined ? 'draft' : 'live');
  const version = useResource<VersionView>(
    shown === 'live' && flow.live !== undefined ? `/flows/${flow.id}/versions/${flow.live}` : undefined,
  );
  const view = shown === 'live' ? version.data : flow.draft;
  const problems = shown === 'draft' || !flow.changed ? flow.problems : NO_PROBLEMS;
  const { passages, isOpen } = usePassages(flow.id);
  const picture = usePicture(view, types, problems);
  const side = view && { view, types, problems, passages, panel, setPanel };
  return (
    <div className="flow-page">
      <FlowBar
        flow={flow}
        shown={shown}
        show={setShown}
        put={put}
        problems={problems.length}
        showProblems={() => setPanel(PROBLEMS)}
        isOpen={isOpen}
      />
      {version.error && <Trouble error={version.error} retry={version.reload} />}
      <div className="flow-body">
        <div className="flow-picture">
          {picture && <Canvas {...picture} passages={passages} chosen={panel} choose={setPanel} />}
          <Legend />
        </div>
        {side && <SidePanel {...side} />}
      </div>
    </div>
  );
}

const NO_PROBLEMS: FlowView['problems'] = [];

/** The graph as the canvas draws it. */
function usePicture(
  view: GraphView | undefined,
  types: readonly NodeTypeView[],
  problems: FlowView['problems'],
) {
  const words = useNodeWords();
  return useMemo(() => {
    if (!view) return undefined;
    const known = new Map(types.map((type) => [type.type, type]));
    const mistakes = problems.filter(({ severity }) => severity === 'error');
    return toXyflow(view, {
      title: (type) => {
        const view = known.get(type);
        return view ? words.titleOf(view) : type;
      },
      words,
      isTrigger: (type) => known.get(type)?.isTrigger ?? false,
      mistakes: (node) => mistakes.filter((problem) => problem.node === node).length,
    });
  }, [view, types, problems, words]);
}
