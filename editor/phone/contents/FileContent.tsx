import { useState } from 'react';
import { Formatted } from '../../lib/Formatted.tsx';
import { mediaAddress } from '../api.ts';
import { Icon } from '../Icon.tsx';
import { useTexts } from '../language.tsx';
import { word } from '../wire.ts';

interface FileProps {
  readonly kind: string;
  readonly content: unknown;
}

/** A picture, video, voice, sticker or document, kept here by id or somewhere by link. */
export function FileContent({ kind, content }: FileProps) {
  const id = word(content, 'id');
  const address = id ? mediaAddress(id) : word(content, 'link');
  const caption = word(content, 'caption');
  return (
    <>
      <Shown kind={kind} content={content} address={address} />
      {caption ? <Formatted text={caption} /> : null}
    </>
  );
}

function Shown({ kind, content, address }: FileProps & { readonly address: string }) {
  const texts = useTexts();
  const [isGone, setGone] = useState(false);
  if (kind === 'document' || isGone) {
    const name = word(content, 'filename') || (isGone ? texts.imageGone : texts.documentWord);
    return (
      <a className="document" href={address} target="_blank" rel="noreferrer noopener">
        <span className="document-icon">
          <Icon name="document" />
        </span>
        <span className="document-name">{name}</span>
      </a>
    );
  }
  // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
  if (kind === 'audio') return <audio controls src={address} />;
  // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
  if (kind === 'video') return <video className="picture" controls src={address} />;
  const alt = word(content, 'caption') || (kind === 'sticker' ? texts.stickerWord : texts.photoWord);
  const className = kind === 'sticker' ? 'sticker' : 'picture';
  return <img className={className} src={address} alt={alt} onError={() => setGone(true)} />;
}
