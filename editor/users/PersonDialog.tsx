import { Modal } from '@mantine/core';
import type { NewUserView, UserView } from '../../server/api/contract.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { Confirm } from './Confirm.tsx';
import { HandOver } from './HandOver.tsx';
import { PersonForm } from './PersonForm.tsx';
import { userTexts } from './texts.ts';
import type { People } from './use-people.ts';

/** What is being done, in a dialog. */
export type Doing =
  | { readonly deed: 'add' }
  | { readonly deed: 'edit' | 'password' | 'remove'; readonly user: UserView }
  | { readonly deed: 'handOver'; readonly made: NewUserView };

interface PersonDialogProps {
  readonly doing: Doing | undefined;
  readonly people: People;
  go(doing: Doing): void;
  close(): void;
}

const TITLES = {
  add: 'addTitle',
  edit: 'editTitle',
  password: 'passwordTitle',
  remove: 'removeTitle',
  handOver: 'handOverTitle',
} as const;

/** Adding somebody, and whatever needs a second look. */
export function PersonDialog({ doing, people, go, close }: PersonDialogProps) {
  const t = useTexts(userTexts);
  const { t: words } = useWords();
  const name = doing && ('made' in doing ? doing.made.user.name : 'user' in doing ? doing.user.name : '');
  return (
    <Modal
      opened={doing !== undefined}
      onClose={close}
      title={doing && t(TITLES[doing.deed], { name: name ?? '' })}
      // The password in it is never shown again: a click beside it must not lose it.
      closeOnClickOutside={doing?.deed !== 'handOver'}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      {doing && <Inside doing={doing} people={people} go={go} close={close} />}
    </Modal>
  );
}

function Inside({ doing, people, go, close }: PersonDialogProps & { readonly doing: Doing }) {
  const t = useTexts(userTexts);
  switch (doing.deed) {
    case 'add':
      return (
        <PersonForm
          save={async (plan) => go({ deed: 'handOver', made: await people.add(plan) })}
          cancel={close}
        />
      );
    case 'edit':
      return (
        <PersonForm
          user={doing.user}
          save={(plan) => people.edit(doing.user, plan).then(close)}
          cancel={close}
        />
      );
    case 'password':
      return (
        <Confirm
          why={t('passwordWhy')}
          deed={t('newPassword')}
          run={async () => go({ deed: 'handOver', made: await people.newPassword(doing.user) })}
          cancel={close}
        />
      );
    case 'remove':
      return (
        <Confirm
          why={t('removeWhy')}
          deed={t('remove')}
          isGrave
          run={() => people.remove(doing.user).then(close)}
          cancel={close}
        />
      );
    case 'handOver':
      return <HandOver made={doing.made} close={close} />;
  }
}
