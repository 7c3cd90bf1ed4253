import { Badge, Tooltip } from '@mantine/core';
import { useReader } from './use-reader.ts';
import { countsOf, useTests } from './use-tests.ts';

/** How many tests of the open flow hold and how many do not; nothing while there are none. Runs them on every edit. */
export function TestsBadge() {
  const { t } = useReader();
  const [tests] = useTests();
  const { green, red } = countsOf(tests);
  if (green + red === 0) return null;
  const says = red === 0 ? t('allGreen') : t('counts', { green, red });
  return (
    <Tooltip label={says}>
      <Badge className="badge" variant="light" color={red > 0 ? 'red' : 'sluice'} aria-label={says}>
        {red > 0 ? `✕ ${red} / ${green + red}` : `✓ ${green}`}
      </Badge>
    </Tooltip>
  );
}
