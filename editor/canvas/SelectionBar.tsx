import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconBoxMultiple,
  IconCopyPlus,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconTrash,
} from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import type { Alignment } from './edits/align.ts';
import { canvasTexts } from './texts.ts';

const ALIGNMENTS = [
  ['left', IconLayoutAlignLeft],
  ['centre', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
  ['across', IconLayoutDistributeHorizontal],
  ['down', IconLayoutDistributeVertical],
] as const satisfies readonly (readonly [Alignment, unknown])[];

/** What can be done with several boxes at once. */
export function SelectionBar() {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const n = useDesk(({ chosen }) => chosen.length);
  if (n < 2) return null;
  const tools = [
    ['group', IconBoxMultiple, () => deeds.groupChosen('')],
    ['duplicate', IconCopyPlus, deeds.duplicate],
    ['remove', IconTrash, deeds.removeChosen],
  ] as const;
  return (
    <Panel position="top-center" className="selection-bar">
      <span>{t('selected', { n })}</span>
      <Menu position="bottom">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('align')} title={t('align')}>
            <IconLayoutAlignLeft aria-hidden size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {ALIGNMENTS.map(([how, Icon]) => (
            <Menu.Item
              key={how}
              leftSection={<Icon aria-hidden size={16} />}
              onClick={() => deeds.align(how)}
            >
              {t(how)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {tools.map(([key, Icon, run]) => (
        <Tooltip key={key} label={t(key)}>
          <ActionIcon variant="subtle" color="gray" aria-label={t(key)} onClick={run}>
            <Icon aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Panel>
  );
}
