import { Alert, Button, Group, List, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { FileCheck } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { beginTexts } from './begin-texts.ts';
import { Triggers } from './Triggers.tsx';
import type { Importing } from './use-import.ts';

/** What a file holds and what is wrong with it, before it is imported. */
export function ImportDialog({ importing }: { readonly importing: Importing }) {
  const t = useTexts(beginTexts);
  const { now, waiting, agree, skip } = importing;
  if (!now) return null;
  const { file, check, error, isBusy = false } = now;
  const canCome = check !== undefined && check.is !== 'refused';
  return (
    <Modal
      opened
      onClose={skip}
      size="lg"
      title={t('importTitle', { file })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md" aria-live="polite">
        {!check && !error && (
          <Group gap="sm">
            <Loader size="sm" /> <Text>{t('checking', { file })}</Text>
          </Group>
        )}
        {check && <Result check={check} />}
        {error && <Trouble error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={skip} {...(!canCome && { 'data-autofocus': true })}>
            {t(waiting > 0 ? 'nextFile' : canCome ? 'cancel' : 'close')}
          </Button>
          {canCome && (
            <Button onClick={agree} loading={isBusy} data-autofocus>
              {t(check.is === 'whole' ? 'importIt' : 'importPart')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

const LOOKS = {
  whole: { says: 'isWhole', color: 'sluice', Icon: IconCircleCheck },
  damaged: { says: 'isDamaged', color: 'orange', Icon: IconAlertTriangle },
  refused: { says: 'isRefused', color: 'red', Icon: IconCircleX },
} as const;

function Result({ check }: { readonly check: FileCheck }) {
  const t = useTexts(beginTexts);
  const { say } = useNodeWords();
  const { is, flow, breaksAt, namesake, problems } = check;
  // One sentence that says it all needs no list.
  const [only, ...more] = problems;
  const isAll = is === 'refused' && more.length === 0;
  const { says, color, Icon } = LOOKS[is];
  return (
    <>
      <Alert color={color} icon={<Icon aria-hidden />} title={t(says)}>
        {flow && t('holds', { name: flow.name, n: flow.nodes, edges: flow.edges })}
        {isAll && only && say(only.sentence)}
        {breaksAt && <Text size="sm">{t('breaksAt', breaksAt)}</Text>}
      </Alert>
      {flow && flow.triggers.length > 0 && (
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('starts')}
          </Text>
          <Triggers triggers={flow.triggers} />
        </div>
      )}
      {!isAll && <Wrong check={check} />}
      {flow && (
        <Text size="sm" c="dimmed">
          {t('asDraft')} {namesake !== undefined && t('namesake')}
        </Text>
      )}
    </>
  );
}

const SHOWN = 6;

function Wrong({ check: { problems, errors, warnings } }: { readonly check: FileCheck }) {
  const t = useTexts(beginTexts);
  const { say } = useNodeWords();
  if (problems.length === 0) return null;
  const more = errors + warnings - Math.min(SHOWN, problems.length);
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('wrong')}
      </Text>
      <List size="sm" spacing={4} className="import-problems">
        {problems.slice(0, SHOWN).map(({ message, sentence, severity, node, field }) => (
          <List.Item
            key={`${node} ${field} ${message}`}
            icon={
              severity === 'error' ? (
                <IconCircleX size={16} className="bad" aria-hidden />
              ) : (
                <IconAlertTriangle size={16} className="flow-hints" aria-hidden />
              )
            }
          >
            {say(sentence)}
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('andMore', { n: more })}
        </Text>
      )}
    </div>
  );
}
