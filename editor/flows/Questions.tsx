import { Button, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { flowsTexts } from './texts.ts';
import type { Deeds } from './use-deeds.ts';

interface QuestionsProps {
  readonly deeds: Deeds;
  /** Labels that other flows have. */
  readonly labels: readonly string[];
}

/** What is asked before something is done to a flow. */
export function Questions({ deeds, labels }: QuestionsProps) {
  const t = useTexts(flowsTexts);
  const { question } = deeds;
  if (!question) return null;
  const { is, flow } = question;
  const title =
    is === 'rename'
      ? t('renameTitle')
      : t(is === 'archive' ? 'archiveTitle' : 'deleteTitle', { name: flow.name });
  return (
    <Modal
      opened
      onClose={() => deeds.ask(undefined)}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={is === 'rename' ? 'lg' : 'md'}
    >
      <Stack gap="md">
        {is === 'rename' && <Rename flow={flow} deeds={deeds} labels={labels} />}
        {is === 'archive' && <Archive flow={flow} deeds={deeds} />}
        {is === 'delete' && <Delete flow={flow} deeds={deeds} />}
        {deeds.error && <Trouble error={deeds.error} />}
      </Stack>
    </Modal>
  );
}

interface QuestionProps {
  readonly flow: FlowSummary;
  readonly deeds: Deeds;
}

function Archive({ flow, deeds }: QuestionProps) {
  const t = useTexts(flowsTexts);
  return (
    <>
      <Text>{t('archiveLive')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => deeds.ask(undefined)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="orange" loading={deeds.busy === flow.id} onClick={() => deeds.archive(flow, true)}>
          {t('archiveGo')}
        </Button>
      </Group>
    </>
  );
}

function Delete({ flow, deeds }: QuestionProps) {
  const t = useTexts(flowsTexts);
  return (
    <>
      <Text>{t('deleteWhy', { n: flow.nodes })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => deeds.ask(undefined)} data-autofocus>
          {t('cancel')}
        </Button>
        {!flow.archived && (
          <Button variant="default" onClick={() => deeds.archive(flow)}>
            {t('instead')}
          </Button>
        )}
        <Button color="red" loading={deeds.busy === flow.id} onClick={() => deeds.remove(flow)}>
          {t('deleteGo')}
        </Button>
      </Group>
    </>
  );
}

function Rename({ flow, deeds, labels: known }: QuestionProps & Pick<QuestionsProps, 'labels'>) {
  const t = useTexts(flowsTexts);
  const [name, setName] = useState(flow.name);
  const [description, setDescription] = useState(flow.description ?? '');
  const [labels, setLabels] = useState([...(flow.labels ?? [])]);
  const isNamed = name.trim() !== '';
  const save = () =>
    deeds.rename(flow, {
      name: name.trim(),
      ...(description.trim() !== '' && { description: description.trim() }),
      ...(labels.length > 0 && { labels }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) save();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('name')}
          {...(flow.live !== undefined && { description: t('liveName') })}
          value={name}
          maxLength={200}
          error={isNamed ? undefined : t('needsName')}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={t('description')}
          description={t('descriptionHint')}
          value={description}
          maxLength={5000}
          autosize
          minRows={2}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <TagsInput
          label={t('labels')}
          description={t('labelsHint')}
          data={[...known]}
          value={labels}
          maxTags={50}
          onChange={setLabels}
          clearable
          clearButtonProps={{ 'aria-label': t('clearLabels') }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => deeds.ask(undefined)}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={!isNamed} loading={deeds.busy === flow.id}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
