import { Group, Stack, Text, Title } from '@mantine/core';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { FlowView, GraphView, NodeTypeView } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { ProblemList } from './ProblemList.tsx';
import { type Reading, readable } from './readable.ts';

interface NodePanelProps {
  readonly node: GraphNode;
  readonly view: GraphView;
  readonly type: NodeTypeView | undefined;
  readonly problems: FlowView['problems'];
  readonly passed: number;
}

/** Everything about one box, to be read. */
export function NodePanel({ node, view, type, problems, passed }: NodePanelProps) {
  const { t } = useWords();
  const words = useNodeWords();
  const settings = readable(type && words.schemaOf(type), node.params, { yes: t('yes'), no: t('no') });
  return (
    <Stack gap="md">
      <div>
        <Group gap="xs" wrap="nowrap">
          <NodeIcon type={node.type} size={22} />
          <Title order={2} size="h4">
            {node.title ?? (type ? words.titleOf(type) : node.type)}
          </Title>
        </Group>
        <Text size="sm" c="dimmed">
          {type ? `${words.titleOf(type)}: ${words.docOf(type)}` : node.type}
        </Text>
      </div>
      {passed > 0 && <Text className="good">{t('passedHere', { n: passed })}</Text>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      <section>
        <Title order={3} size="h6" mb={6}>
          {t('settings')}
        </Title>
        {settings.length === 0 ? <Text c="dimmed">{t('noSettings')}</Text> : <Readings readings={settings} />}
      </section>
      <WaysOut node={node} view={view} />
    </Stack>
  );
}

function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  return (
    <dl className="readings">
      {readings.map(({ label, text, parts }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{parts ? <Readings readings={parts} /> : text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where each way out leads, the undrawn ones too. */
function WaysOut({
  node: { id: node, type },
  view: { graph, ports },
}: Pick<NodePanelProps, 'node' | 'view'>) {
  const { t } = useWords();
  const { portLabel } = useNodeWords();
  const ways = ports[node] ?? [];
  if (ways.length === 0) return null;
  const titles = new Map(graph.nodes.map(({ id, title, type }) => [id, title ?? type]));
  return (
    <section>
      <Title order={3} size="h6" mb={6}>
        {t('waysOut')}
      </Title>
      <dl className="readings">
        {ways.map((way) => {
          const { id, when } = way;
          const edge = graph.edges.find(({ from, port }) => from === node && port === id);
          const nowhere = when === undefined || when === 'done' ? t('ends') : t('notDrawn');
          return (
            <div key={id}>
              <dt>{portLabel(type, way)}</dt>
              <dd>{edge ? `→ ${titles.get(edge.to) ?? edge.to}` : nowhere}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
