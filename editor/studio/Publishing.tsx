import { useCallback, useMemo } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { flush } from '../desk/use-autosave.ts';
import { PublishDialog } from '../publishing/PublishDialog.tsx';

/** The dialog that publishes what is on the desk. */
export function Publishing({ onClose }: { readonly onClose: () => void }) {
  const desk = useDeskStore();
  const flow = useDesk((open) => open.flow);
  const types = useDesk((open) => open.types);
  const errors = useMemo(() => flow.problems.filter(({ severity }) => severity === 'error'), [flow]);
  const save = useCallback(() => flush(desk), [desk]);
  return (
    <PublishDialog
      opened
      onClose={onClose}
      flow={flow}
      types={types}
      errors={errors}
      flush={save}
      onPublished={(published) => desk.getState().answered(published)}
      onOpen={(node, field) => {
        onClose();
        desk.getState().open(node, field);
      }}
    />
  );
}
