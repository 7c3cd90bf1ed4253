import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTexts } from '../lib/language.tsx';
import { flowsTexts } from './texts.ts';

/** Chooses flow files from the disk. */
export function ImportButton({ take }: { take(files: readonly File[]): void }) {
  const t = useTexts(flowsTexts);
  return (
    <FileButton onChange={take} accept=".json,application/json" multiple>
      {(props) => (
        <Button
          {...props}
          variant="default"
          title={t('importHint')}
          leftSection={<IconFileImport aria-hidden size={18} />}
        >
          {t('importFlow')}
        </Button>
      )}
    </FileButton>
  );
}
