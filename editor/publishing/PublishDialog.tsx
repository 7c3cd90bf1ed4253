import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  Loader,
  Modal,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowView, NodeTypeView, NumberView } from '../../server/api/contract.ts';
import type { Problem } from '../../server/engine/lint/problem.ts';
import { Link } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { DiffList } from './DiffList.tsx';
import { PeopleInside } from './PeopleInside.tsx';
import { publishingTexts } from './texts.ts';
import { type Inside, type Preview, usePreview } from './use-preview.ts';
import './publishing.css';

export interface PublishDialogProps {
  readonly opened: boolean;
  onClose(): void;
  readonly flow: Pick<FlowView, 'id' | 'name' | 'live'>;
  readonly types: ReadonlyMap<string, NodeTypeView>;
  /** The errors that stop the draft from being published, if there are any. */
  readonly errors?: readonly Problem[];
  /** How many of the flow's tests do not hold on the draft. They warn, and do not stop. */
  readonly failing?: number;
  /** The older version to go back to; without it, the draft is published. */
  readonly version?: number | undefined;
  /** Sees to it that the server has the draft as it is on the screen. */
  readonly flush?: () => Promise<void>;
  onPublished(flow: FlowView): void;
  /** Leads to a node, and to a field in it; the dialog is closed first. */
  readonly onOpen?: (node: string, field?: string) => void;
}

/** Before publishing: what changes, what is in the way, who is inside, and what becomes of them. */
export function PublishDialog(props: PublishDialogProps) {
  const t = useTexts(publishingTexts);
  const { opened, onClose, flow, version } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={
        <Text component="span" fw={650} size="lg">
          {version === undefined ? t('publishFlow', { name: flow.name }) : t('rollBackTo', { n: version })}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {opened && <Content key={version ?? 'draft'} {...props} />}
    </Modal>
  );
}

function Content(props: PublishDialogProps) {
  const t = useTexts(publishingTexts);
  const { onClose, flow, version, errors = [], failing = 0, onPublished } = props;
  const [note, setNote] = useState('');
  const [inside, setInside] = useState<Inside>({ how: 'finish' });
  const { preview, look, publish } = usePreview(props, true);
  if (preview.is === 'published') return <Published preview={preview} onClose={onClose} />;
  if (preview.is === 'trouble') return <Trouble error={preview.error} retry={look} />;
  const isStopped = version === undefined && errors.length > 0;
  const go = async () => {
    const published = await publish(note, inside);
    if (published) onPublished(published);
  };
  return (
    <Stack gap="md">
      <Text size="sm">
        {version !== undefined
          ? t('rollBackWhy', { n: version })
          : t(flow.live === undefined ? 'firstWhy' : 'nextWhy')}
      </Text>
      {isStopped && <Stopped {...props} errors={errors} />}
      {failing > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} p="xs">
          {t('testsFail', { n: failing })}
        </Alert>
      )}
      {preview.is === 'looking' ? (
        <Group gap="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text size="sm">{t('looking')}</Text>
        </Group>
      ) : (
        <Ready {...props} preview={preview} inside={inside} setInside={setInside} />
      )}
      <Textarea
        label={t('whatsNew')}
        description={t('noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      {preview.is === 'ready' && preview.error && <Trouble error={preview.error} />}
      <Group justify="flex-end" className="publish-deeds">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="md"
          disabled={isStopped || preview.is !== 'ready'}
          loading={preview.is === 'ready' && preview.isBusy === true}
          onClick={() => void go()}
        >
          {version === undefined ? t('publish') : t('rollBackTo', { n: version })}
        </Button>
      </Group>
    </Stack>
  );
}

interface ReadyProps extends PublishDialogProps {
  readonly preview: Preview & { readonly is: 'ready' };
  readonly inside: Inside;
  setInside(inside: Inside): void;
}

function Ready({ preview, inside, setInside, ...props }: ReadyProps) {
  const t = useTexts(publishingTexts);
  const { types, version, onOpen, onClose } = props;
  const { impact, comparison, target, isFresh } = preview;
  const lead = (node: string) => {
    onClose();
    onOpen?.(node);
  };
  return (
    <>
      {isFresh && (
        <Alert icon={<IconInfoCircle aria-hidden />} role="status" p="xs">
          {t('changedMeanwhile')}
        </Alert>
      )}
      {comparison && (
        <section>
          <Title order={3} size="h5" mb={6}>
            {t('whatChanged')}
          </Title>
          <DiffList
            comparison={comparison}
            types={types}
            first={5}
            empty={t(version === undefined ? 'nothingChanged' : 'sameAsLive')}
            // Of an older version, the canvas shows nothing that could be opened.
            onOpen={onOpen && version === undefined ? lead : undefined}
          />
        </section>
      )}
      {(comparison || impact.people > 0) && (
        <section>
          <Title order={3} size="h5" mb={6}>
            {t('people')}
          </Title>
          <PeopleInside impact={impact} target={target} types={types} inside={inside} onChange={setInside} />
        </section>
      )}
    </>
  );
}

interface StoppedProps extends Pick<PublishDialogProps, 'onOpen' | 'onClose'> {
  readonly errors: readonly Problem[];
}

function Stopped({ errors, onOpen, onClose }: StoppedProps) {
  const t = useTexts(publishingTexts);
  const { say } = useNodeWords();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('stopped')} role="alert">
      {onOpen && <Text size="sm">{t('stoppedWhy')}</Text>}
      <List size="sm" mt={4}>
        {errors.map(({ code, node, field, port, sentence }) => (
          <List.Item key={[code, node, field, port].join(' ')}>
            {node !== undefined && onOpen ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="start"
                onClick={() => {
                  onClose();
                  onOpen(node, field);
                }}
              >
                {say(sentence)}
              </Anchor>
            ) : (
              say(sentence)
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

interface PublishedProps extends Pick<PublishDialogProps, 'onClose'> {
  readonly preview: Preview & { readonly is: 'published' };
}

function Published({ preview: { flow, how, people }, onClose }: PublishedProps) {
  const t = useTexts(publishingTexts);
  return (
    <Stack align="center" gap="xs" py="md" role="status">
      <IconCircleCheck aria-hidden size={56} className="good" stroke={1.5} />
      <Text fw={650} size="lg">
        {t('isLive', { n: flow.live ?? 1 })}
      </Text>
      {flow.live === 1 && <Text size="sm">{t('firstIsLive')}</Text>}
      {people > 0 && how !== 'finish' && (
        <Text size="sm" c="dimmed" ta="center">
          {t(how === 'move' ? 'broughtAlong' : 'begunAgain')}
        </Text>
      )}
      <WhereToTry />
      <Button
        mt="sm"
        onClick={onClose}
        // The button that was pressed is gone.
        autoFocus
      >
        {t('done')}
      </Button>
    </Stack>
  );
}

/** A live flow that nobody can reach must not look like one that answers. */
function WhereToTry() {
  const t = useTexts(publishingTexts);
  const { data: numbers } = useResource<readonly NumberView[]>('/numbers');
  if (numbers?.length === 0)
    return (
      <Alert icon={<IconInfoCircle aria-hidden />} color="orange" variant="light" title={t('unreached')}>
        <Text size="sm" mb={4}>
          {t('unreachedWhy')}
        </Text>
        <Link to="/numbers/connect">{t('connectNumber')}</Link>
      </Alert>
    );
  if (!numbers?.some(({ virtual }) => virtual)) return null;
  return (
    <Anchor href="/simulator" target="sluice-phone" size="sm">
      {t('openPhone')}
    </Anchor>
  );
}
