import { Group, Stack, Text, Title } from '@mantine/core';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import { useCanvas } from '../canvas/CanvasRoom.tsx';
import { useView } from '../canvas/use-picture.ts';
import { useTypes } from '../canvas/use-types.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useWords } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { type Reading, readable } from './readable.ts';

/** Everything about the selected box, to be read. */
export function NodePanel() {
  const { t } = useWords();
  const chosen = useDesk((desk) => desk.chosen[0]);
  const types = useTypes();
  const words = useNodeWords();
  const problems = useDesk((desk) => desk.flow.problems);
  const view = useView();
  const passed = useCanvas(({ passages }) => passages.nodes.get(chosen ?? '') ?? 0);
  const node = view.graph.nodes.find(({ id }) => id === chosen);
  if (!node) return null;
  const type = types.get(node.type);
  const settings = readable(type && words.schemaOf(type), node.params, { yes: t('yes'), no: t('no') });
  return (
    <Stack gap="md">
      <div>
        <Group gap="xs" wrap="nowrap">
          <NodeIcon type={node.type} size={22} />
          <Title order={2} size="h4">
            {node.title ?? type?.title ?? node.type}
          </Title>
        </Group>
        <Text size="sm" c="dimmed">
          {type ? `${type.title}: ${type.doc}` : node.type}
        </Text>
      </div>
      {passed > 0 && <Text className="good">{t('passedHere', { n: passed })}</Text>}
      {problems
        .filter((problem) => problem.node === node.id)
        .map(({ code, sentence }) => (
          <Text key={`${code} ${words.say(sentence)}`} size="sm" className="bad">
            {words.say(sentence)}
          </Text>
        ))}
      <section>
        <Title order={3} size="h6" mb={6}>
          {t('settings')}
        </Title>
        {settings.length === 0 ? <Text c="dimmed">{t('noSettings')}</Text> : <Readings readings={settings} />}
      </section>
      <WaysOut node={node} />
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
function WaysOut({ node }: { readonly node: GraphNode }) {
  const { t } = useWords();
  const { graph, ports } = useView();
  const words = useNodeWords();
  const ways = ports[node.id] ?? [];
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
          const edge = graph.edges.find(({ from, port }) => from === node.id && port === id);
          const nowhere = when === undefined || when === 'done' ? t('ends') : t('notDrawn');
          return (
            <div key={id}>
              <dt>{words.portLabel(node.type, way)}</dt>
              <dd>{edge ? `→ ${titles.get(edge.to) ?? edge.to}` : nowhere}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
