import { Button, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { MediaView } from '../../../server/api/flows/inspecting.ts';
import { useTexts } from '../../lib/language.tsx';
import { mediaTexts } from '../texts/media-texts.ts';
import { type Upload, upload } from '../upload.ts';

interface MediaDropProps {
  readonly isReplacing: boolean;
  take(media: MediaView): void;
}

const ACCEPT =
  'image/jpeg,image/png,video/mp4,video/3gpp,audio/aac,audio/amr,audio/mpeg,audio/mp4,audio/ogg,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv';

/** A place to drop a file on, or to choose one by. */
export function MediaDrop({ isReplacing, take }: MediaDropProps) {
  const t = useTexts(mediaTexts);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { part, trouble, begin, stop } = useUpload(take);
  return (
    <fieldset
      className="media-drop"
      data-over={isOver}
      aria-label={t('chooseFile')}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        begin(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={chooser}
        type="file"
        accept={ACCEPT}
        hidden
        onChange={({ currentTarget }) => {
          begin(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {part === undefined ? (
        <>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUpload size={15} aria-hidden />}
            onClick={() => chooser.current?.click()}
          >
            {t(isReplacing ? 'replace' : 'chooseFile')}
          </Button>
          <small>{t('limits')}</small>
        </>
      ) : (
        <>
          <Progress value={part * 100} aria-label={t('uploading')} animated />
          <Button size="compact-xs" variant="subtle" color="gray" onClick={stop}>
            {t('stop')}
          </Button>
        </>
      )}
      {trouble !== undefined && trouble !== '' && (
        <p className="field-note bad" role="alert">
          {trouble}
        </p>
      )}
    </fieldset>
  );
}

/** One upload at a time: a new one stops the one before. */
function useUpload(take: (media: MediaView) => void) {
  const [part, setPart] = useState<number>();
  const [trouble, setTrouble] = useState<string>();
  const underWay = useRef<Upload>(undefined);
  useEffect(() => () => underWay.current?.stop(), []);
  const begin = (file: File | undefined) => {
    if (!file) return;
    underWay.current?.stop();
    setTrouble(undefined);
    setPart(0);
    const started = upload(file, setPart);
    underWay.current = started;
    started.done.then(
      (media) => {
        setPart(undefined);
        take(media);
      },
      (error: Error) => {
        if (underWay.current === started) setPart(undefined);
        setTrouble(error.message);
      },
    );
  };
  return { part, trouble, begin, stop: () => underWay.current?.stop() };
}
