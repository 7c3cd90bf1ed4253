import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { flush } from '../desk/use-autosave.ts';
import { PublishDialog } from '../publishing/PublishDialog.tsx';
import { keptOf } from '../rehearsal/stores.ts';
import { countsOf } from '../rehearsal/use-tests.ts';

/** The dialog that publishes what is on the desk. */
export function Publishing({ onClose }: { readonly onClose: () => void }) {
  const desk = useDeskStore();
  const flow = useDesk((open) => open.flow);
  const types = useDesk((open) => open.types);
  const errors = useMemo(() => flow.problems.filter(({ severity }) => severity === 'error'), [flow]);
  const failing = useStore(keptOf(desk).tests, (tests) => countsOf(tests).red);
  const save = useCallback(() => flush(desk), [desk]);
  return (
    <PublishDialog
      opened
      onClose={onClose}
      flow={flow}
      types={types}
      errors={errors}
      failing={failing}
      flush={save}
      onPublished={(published) => desk.getState().answered(published)}
      onOpen={(node, field) => {
        onClose();
        desk.getState().open(node, field);
      }}
    />
  );
}
