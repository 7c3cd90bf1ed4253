import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowRight, IconClick, IconPlayerPlay, IconRocket } from '@tabler/icons-react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { withAbout } from './edits.ts';
import { inspectorTexts } from './inspector-texts.ts';
import { OnFailure } from './OnFailure.tsx';

/** The flow itself: what it is called, what it is for, where it goes when it fails; and how to begin. */
export function FlowSettings() {
  const t = useTexts(inspectorTexts);
  const { name, description = '', labels = [] } = useDesk((desk) => desk.document);
  const edit = useDesk((desk) => desk.edit);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  return (
    <>
      <h2>{t('flow')}</h2>
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) =>
          edit(withAbout({ name: currentTarget.value }), { joins: 'flow name' })
        }
      />
      <Textarea
        label={t('description')}
        placeholder={t('descriptionHint')}
        value={description}
        autosize
        minRows={2}
        maxRows={8}
        readOnly={isReadOnly}
        onChange={({ currentTarget }) =>
          edit(withAbout({ description: currentTarget.value }), { joins: 'flow description' })
        }
      />
      <TagsInput
        label={t('labels')}
        placeholder={labels.length === 0 ? t('labelsHint') : ''}
        value={[...labels]}
        readOnly={isReadOnly}
        onChange={(next) => edit(withAbout({ labels: next }))}
      />
      <OnFailure />
      <Hints />
    </>
  );
}

function Hints() {
  const t = useTexts(inspectorTexts);
  const hints = [
    { Icon: IconClick, says: t('hintSelect') },
    { Icon: IconArrowRight, says: t('hintDraw') },
    { Icon: IconPlayerPlay, says: t('hintTest') },
    { Icon: IconRocket, says: t('hintPublish') },
  ];
  return (
    <section className="inspector-section">
      <h3>{t('hints')}</h3>
      <ul className="hints">
        {hints.map(({ Icon, says }) => (
          <li key={says}>
            <Icon size={17} aria-hidden />
            {says}
          </li>
        ))}
      </ul>
    </section>
  );
}
