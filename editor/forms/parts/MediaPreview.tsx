import { IconExternalLink, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { mediaTexts } from '../texts/media-texts.ts';
import { ownPath } from '../upload.ts';

/** What a file looks like. Only those that this server keeps are shown: the page loads nothing from elsewhere. */
export function MediaPreview({ link, kind }: { readonly link: string; readonly kind: string }) {
  const t = useTexts(mediaTexts);
  const [lost, setLost] = useState<string>();
  const path = ownPath(link);
  const name = decodeURIComponent(path?.split('/').at(-1) ?? '');
  if (path === undefined)
    return /^https?:\/\/[^{]+$/.test(link) ? (
      <a className="media-link" href={link} target="_blank" rel="noreferrer noopener">
        <IconExternalLink size={15} aria-hidden />
        {t('look')}
      </a>
    ) : null;
  if (lost === path)
    return (
      <p className="field-note bad" role="alert">
        {t('lost')}
      </p>
    );
  const shown = { src: path, onError: () => setLost(path) };
  return (
    <div className="media-preview">
      {kind === 'image' && <img alt={name} {...shown} />}
      {kind === 'video' && <video controls preload="metadata" {...shown} />}
      {kind === 'audio' && <audio controls preload="metadata" {...shown} />}
      {kind === 'document' && (
        <a className="media-link" href={path} download={name}>
          <IconFile size={15} aria-hidden />
          {name}
        </a>
      )}
    </div>
  );
}
