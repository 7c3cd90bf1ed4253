import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconDownload,
  IconPencil,
  IconRestore,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { flowsTexts } from './texts.ts';
import type { Deeds } from './use-deeds.ts';

interface FlowMenuProps {
  readonly flow: FlowSummary;
  readonly deeds: Deeds;
  readonly mayEdit: boolean;
  /** Where the list is in the admin's order. */
  move?(by: -1 | 1): void;
}

/** Everything else that can be done with a flow. */
export function FlowMenu({ flow, deeds, mayEdit, move }: FlowMenuProps) {
  const t = useTexts(flowsTexts);
  const { id, name } = flow;
  const says = t('actions', { name });
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <Tooltip label={says} openDelay={600}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={says} loading={deeds.busy === id}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSitemap size={16} />}
          onClick={() => go(`/flows/${encodeURIComponent(id)}`)}
        >
          {t('open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={16} />}
          component="a"
          href={`/api/v1/flows/${encodeURIComponent(id)}/file`}
          download={`${id}.json`}
        >
          {t('download')}
        </Menu.Item>
        {mayEdit && <Changes flow={flow} deeds={deeds} {...(move && { move })} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Changes({ flow, deeds, move }: Omit<FlowMenuProps, 'mayEdit'>) {
  const t = useTexts(flowsTexts);
  return (
    <>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => deeds.duplicate(flow)}>
        {t('duplicate')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => deeds.ask({ is: 'rename', flow })}>
        {t('rename')}
      </Menu.Item>
      {move && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => move(-1)}>
            {t('moveUp')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => move(1)}>
            {t('moveDown')}
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      {flow.archived ? (
        <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => deeds.restore(flow)}>
          {t('restore')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => deeds.archive(flow)}>
          {t('archive')}
        </Menu.Item>
      )}
      {flow.live === undefined && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} />}
          onClick={() => deeds.ask({ is: 'delete', flow })}
        >
          {t('delete')}
        </Menu.Item>
      )}
    </>
  );
}
