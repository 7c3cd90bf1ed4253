import { Button, Group, Paper, Text } from '@mantine/core';
import { textIn } from '../../nodes/contract/face.ts';
import type { FlowSummary, TriggerView } from '../../server/api/contract.ts';
import { Link } from '../lib/Link.tsx';
import { useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { StatusBadge } from '../lib/StatusBadge.tsx';
import { isPublishable } from '../lib/status.ts';
import { useNodeWords } from '../lib/use-node-words.ts';

interface FlowCardProps {
  readonly flow: FlowSummary;
  /** The flow that is being published. */
  readonly busy: string | undefined;
  publish(id: string): void;
}

/** A flow in the list: what it is for, what starts it, and how it stands. */
export function FlowCard({ flow, publish, busy }: FlowCardProps) {
  const { t } = useWords();
  const { may } = useMe();
  const { id, name, description, live, errors, warnings } = flow;
  return (
    <Paper component="li" withBorder p="md" className="flow-card">
      <div className="flow-card-words">
        <Group gap="sm">
          <Link to={`/flows/${id}`} fw={650} size="lg" className="flow-card-name">
            {name}
          </Link>
          <StatusBadge flow={flow} />
        </Group>
        {description && <Text size="sm">{description}</Text>}
        <Triggers triggers={flow.triggers} />
        {errors > 0 && (
          <Text size="sm" className="bad">
            {t('errors', { n: errors })}
          </Text>
        )}
        {errors === 0 && warnings > 0 && (
          <Text size="sm" c="dimmed">
            {t('warnings', { n: warnings })}
          </Text>
        )}
      </div>
      <Group gap="xs" className="flow-card-deeds">
        {may('flows.publish') && isPublishable(flow) && (
          <Button
            size="sm"
            loading={busy === id}
            onClick={() => publish(id)}
            aria-label={`${t('publish')}: ${name}`}
          >
            {t(live === undefined ? 'publish' : 'publishChanges')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** What a flow listens for, in words. */
function Triggers({ triggers }: { readonly triggers: readonly TriggerView[] }) {
  const { t } = useWords();
  const { summaryOf } = useNodeWords();
  if (triggers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noTrigger')}
      </Text>
    );
  return (
    <ul className="triggers" aria-label={t('starts')}>
      {triggers.map((trigger) => (
        <li key={trigger.node}>
          <NodeIcon type={trigger.type} size={15} />
          <span>{nameOfPattern(trigger) ?? summaryOf(trigger.type, trigger.params)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a pattern stands for is told by the admin's own name for the box. */
const nameOfPattern = ({ title, params }: TriggerView): string | undefined =>
  textIn(params, 'how') === 'pattern' ? title : undefined;
