import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useWords } from '../lib/language.tsx';

interface ImportButtonProps {
  readonly isBusy: boolean;
  take(files: readonly File[]): void;
}

/** Chooses flow files from the disk. */
export function ImportButton({ take, isBusy }: ImportButtonProps) {
  const { t } = useWords();
  return (
    <FileButton onChange={take} accept=".json,application/json" multiple>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={isBusy}
          leftSection={<IconFileImport aria-hidden size={18} />}
        >
          {t(isBusy ? 'importing' : 'importFlow')}
        </Button>
      )}
    </FileButton>
  );
}
