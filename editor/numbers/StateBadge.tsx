import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconGauge,
  IconKeyOff,
} from '@tabler/icons-react';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { numberTexts } from './texts.ts';

const LOOKS = {
  ready: [IconCircleCheck, 'sluice'],
  new: [IconCircleDashed, 'gray'],
  slowed: [IconGauge, 'orange'],
  risk: [IconAlertTriangle, 'orange'],
  trouble: [IconCircleX, 'red'],
  secrets: [IconKeyOff, 'red'],
} as const;

/** How a number stands: a word, a colour and an icon. */
export function StateBadge({ state }: { readonly state: NumberView['state'] }) {
  const t = useTexts(numberTexts);
  const [Icon, colour] = LOOKS[state];
  return (
    <Badge
      className="badge"
      color={colour}
      variant="light"
      size="lg"
      leftSection={<Icon aria-hidden size={15} />}
      data-state={state}
    >
      {t(state)}
    </Badge>
  );
}
