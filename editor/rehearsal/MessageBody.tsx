import {
  IconFile,
  IconMapPin,
  IconMicrophone,
  IconMusic,
  IconPhoto,
  type IconProps,
  IconSticker,
  IconTemplate,
  IconUser,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import {
  type InboundMessage,
  type MediaKind,
  type OutboundMessage,
  wordsOf,
} from '../../nodes/contract/message.ts';
import { Formatted } from '../lib/Formatted.tsx';
import type { Reader } from './say.ts';

const MEDIA: {
  readonly [kind in MediaKind]: readonly [
    ComponentType<IconProps>,
    'photo' | 'video' | 'audio' | 'document' | 'sticker',
  ];
} = {
  image: [IconPhoto, 'photo'],
  video: [IconVideo, 'video'],
  audio: [IconMusic, 'audio'],
  document: [IconFile, 'document'],
  sticker: [IconSticker, 'sticker'],
};

/** What stands in a bubble of ours. */
export function OutboundBody({
  message,
  reader,
}: {
  readonly message: OutboundMessage;
  readonly reader: Reader;
}) {
  const { t } = reader;
  switch (message.kind) {
    case 'text':
    case 'askLocation':
      return <Formatted text={message.text} />;
    case 'media':
      return <Media {...message} reader={reader} />;
    case 'choices':
      return (
        <>
          {message.header && <strong className="rbubble-header">{message.header}</strong>}
          <Formatted text={message.options.length > 10 ? numbered(message) : message.text} />
          {message.footer && <small className="rbubble-footer">{message.footer}</small>}
        </>
      );
    case 'link':
      return (
        <>
          <Formatted text={message.text} />
          <span className="rbubble-link">{message.label}</span>
        </>
      );
    case 'location':
      return <Placeholder icon={IconMapPin} label={message.name ?? t('location')} />;
    case 'contacts':
      return <Placeholder icon={IconUser} label={t('sharedContact')} />;
    case 'reaction':
      return <span className="rbubble-emoji">{message.emoji}</span>;
    case 'template':
      return (
        <>
          <Placeholder icon={IconTemplate} label={t('template', { name: message.name })} />
          {message.body && <Formatted text={message.body.join('\n')} />}
        </>
      );
  }
}

const numbered = ({ text, options }: OutboundMessage & { readonly kind: 'choices' }): string =>
  [text, ...options.map(({ label }, i) => `${i + 1}. ${label}`)].join('\n');

/** What stands in a bubble of the contact. */
export function InboundBody({
  message,
  reader,
}: {
  readonly message: InboundMessage;
  readonly reader: Reader;
}) {
  const { t } = reader;
  switch (message.kind) {
    case 'media':
      return <Media {...message} reader={reader} />;
    case 'location':
      return <Placeholder icon={IconMapPin} label={message.name ?? t('location')} />;
    case 'contacts':
      return <Placeholder icon={IconUser} label={t('sharedContact')} />;
    case 'reaction':
      return <em>{t('reacted', { emoji: message.emoji ?? '' })}</em>;
    case 'edit':
      return <em>{t('edited', { text: message.text ?? '' })}</em>;
    case 'revoke':
      return <em>{t('revoked')}</em>;
    default:
      return <Formatted text={wordsOf(message) || message.kind} />;
  }
}

interface MediaProps {
  readonly media: MediaKind;
  readonly caption?: string;
  readonly filename?: string;
  readonly voice?: boolean;
  readonly reader: Reader;
}

function Media({ media, caption, filename, voice = false, reader: { t } }: MediaProps) {
  const [icon, key] = voice ? ([IconMicrophone, 'voice'] as const) : MEDIA[media];
  return (
    <>
      <Placeholder icon={icon} label={filename ?? t(key)} />
      {caption && <Formatted text={caption} />}
    </>
  );
}

function Placeholder({
  icon: Icon,
  label,
}: {
  readonly icon: ComponentType<IconProps>;
  readonly label: string;
}) {
  return (
    <span className="rbubble-placeholder">
      <Icon size={20} aria-hidden />
      <span>{label}</span>
    </span>
  );
}
