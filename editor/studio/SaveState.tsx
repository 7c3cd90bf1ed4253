import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { Saving } from '../desk/desk.ts';
import { flush } from '../desk/use-autosave.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { studioTexts } from './texts.ts';

const ICONS: { readonly [saving in Saving]: typeof IconCheck } = {
  saved: IconCheck,
  dirty: IconCloudUp,
  saving: IconCloudUp,
  away: IconCloudOff,
  conflict: IconAlertTriangle,
  refused: IconAlertTriangle,
};

/** Whether the server has what is drawn, in words. */
export function SaveState() {
  const t = useTexts(studioTexts);
  const { t: tw } = useWords();
  const desk = useDeskStore();
  const saving = useDesk((open) => open.saving);
  const refusal = useDesk((open) => open.refusal);
  const mayEdit = useDesk((open) => open.mayEdit);
  const Icon = ICONS[saving];
  if (!mayEdit) return <span className="save-state">{t('readOnly')}</span>;
  const isStuck = saving === 'away' || saving === 'refused';
  return (
    <span className="save-state" role="status" data-saving={saving}>
      <Icon aria-hidden size={16} />
      {t(saving)}
      {saving === 'refused' && refusal !== undefined && `: ${refusal}`}
      {isStuck && (
        <Button size="compact-xs" variant="subtle" onClick={() => void flush(desk)}>
          {tw('again')}
        </Button>
      )}
    </span>
  );
}
