import {
  IconAddressBook,
  IconArrowForward,
  IconArrowsSplit,
  IconBellRinging,
  IconCircleX,
  IconClockHour9,
  IconHeadset,
  IconHelpHexagon,
  IconHourglass,
  IconKey,
  IconListCheck,
  IconMessage,
  IconMessageCircle,
  IconMessageQuestion,
  IconPuzzle,
  IconSubtask,
  IconTag,
  IconTargetArrow,
  IconUserPlus,
  IconVariable,
  IconWorld,
} from '@tabler/icons-react';
import { faceOf } from './faces.ts';

/** The icons that faces name: only what is imported here is sent to browsers. */
export const ICONS = {
  'address-book': IconAddressBook,
  'arrow-forward': IconArrowForward,
  'arrows-split': IconArrowsSplit,
  'bell-ringing': IconBellRinging,
  'circle-x': IconCircleX,
  'clock-hour-9': IconClockHour9,
  headset: IconHeadset,
  'help-hexagon': IconHelpHexagon,
  hourglass: IconHourglass,
  key: IconKey,
  'list-check': IconListCheck,
  message: IconMessage,
  'message-circle': IconMessageCircle,
  'message-question': IconMessageQuestion,
  subtask: IconSubtask,
  tag: IconTag,
  'target-arrow': IconTargetArrow,
  'user-plus': IconUserPlus,
  variable: IconVariable,
  world: IconWorld,
} as const;

/** The icon of a node type. */
export function NodeIcon({ type, size = 18 }: { readonly type: string; readonly size?: number }) {
  const { icon } = faceOf(type);
  const Icon = Object.hasOwn(ICONS, icon) ? ICONS[icon as keyof typeof ICONS] : IconPuzzle;
  return <Icon aria-hidden size={size} />;
}
