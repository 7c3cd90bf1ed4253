import type { OutboundMessage } from '../contract/message.ts';
import { defineNode, leave, type Remark } from '../contract/node-type.ts';
import { mistake, warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { fallbackProperty, windowPort } from '../contract/window.ts';

/** What WhatsApp takes as the caption of a picture, a video or a document. */
const MAX_CAPTION = 1024;

const params = {
  type: 'object',
  required: ['messages'],
  additionalProperties: false,
  properties: {
    messages: {
      type: 'array',
      title: 'Messages',
      description:
        'They arrive in this order, each in a bubble of its own. Write {{ contact.name }} for the contact’s name.',
      minItems: 1,
      maxItems: 10,
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          text: {
            type: 'string',
            title: 'Text',
            description: 'With a picture, video or document it is the text below it.',
            format: 'template',
            minLength: 1,
            maxLength: 4096,
          },
          media: {
            type: 'object',
            title: 'Picture, video, audio or document',
            required: ['kind', 'link'],
            additionalProperties: false,
            properties: {
              kind: {
                type: 'string',
                title: 'Kind',
                enum: ['image', 'video', 'audio', 'document'],
                labels: { image: 'Picture', video: 'Video', audio: 'Audio', document: 'Document' },
              },
              link: {
                type: 'string',
                title: 'Address of the file',
                description: 'WhatsApp fetches it from there, so it must be public and begin with https://.',
                format: 'template',
                minLength: 1,
                maxLength: 2000,
                examples: ['https://example.com/menu.pdf'],
              },
              filename: { type: 'string', title: 'File name', format: 'template', maxLength: 240 },
            },
          },
        },
      },
    },
    fallback: fallbackProperty,
  },
} as const satisfies ObjectSchema;

type Bubble = ParamsOf<typeof params>['messages'][number];

/** Says something, in one bubble or several, and goes on. */
export const node = defineNode({
  title: 'Send message',
  doc: 'Sends one or more messages: texts, pictures, videos, audio and documents.',
  params,
  fresh: { messages: [{ text: '' }] },
  ports: ({ fallback }) => [{ id: 'next', label: 'Next' }, ...windowPort(fallback)],
  enter: ({ params }) =>
    leave('next', {
      effects: params.messages.flatMap(toMessages).map((message) => ({ type: 'sendMessage', message })),
    }),
  check: ({ messages }) => messages.flatMap(checkBubble),
});

/** What is empty once its holes are filled is not sent: WhatsApp would refuse it. */
function toMessages({ text = '', media }: Bubble): readonly OutboundMessage[] {
  const words: readonly OutboundMessage[] = text.trim() === '' ? [] : [{ kind: 'text', text }];
  if (!media || media.link.trim() === '') return words;
  const { kind, link, filename } = media;
  const named = kind === 'document' && filename ? { filename } : {};
  const file = { kind: 'media', media: kind, link: link.trim(), ...named } as const;
  if (words.length === 0) return [file];
  const captioned = kind !== 'audio' && text.length <= MAX_CAPTION;
  return captioned ? [{ ...file, caption: text }] : [file, ...words];
}

function checkBubble({ text, media }: Bubble, index: number): readonly Remark[] {
  const field = `messages.${index}`;
  if (text === undefined && !media)
    return [mistake(field, 'This message is empty; write a text, or choose a file to send')];
  const address = media && !/^\s*(https?:\/\/|\{\{|\{%)/i.test(media.link);
  const long = media && (text?.length ?? 0) > MAX_CAPTION;
  return [
    ...(address ? [mistake(`${field}.media.link`, 'The address must begin with https://')] : []),
    ...(long
      ? [
          warning(
            `${field}.text`,
            'Too long to stand below a file ({n} characters have room), so it follows as a message of its own',
            { n: MAX_CAPTION },
          ),
        ]
      : []),
  ];
}
