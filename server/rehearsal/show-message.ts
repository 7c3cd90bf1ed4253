import { lookup, toText } from '../../nodes/contract/json.ts';
import type {
  Option,
  OutboundChoices,
  OutboundMedia,
  OutboundMessage,
  Place,
} from '../../nodes/contract/message.ts';

type MessageOf<K extends OutboundMessage['kind']> = Extract<OutboundMessage, { readonly kind: K }>;
type Show = { readonly [K in OutboundMessage['kind']]: (message: MessageOf<K>) => string };

/** A message of ours, as a chat shows it after `>`. */
export const showMessage = (message: OutboundMessage): string =>
  (shows[message.kind] as (message: OutboundMessage) => string)(message);

const shows: Show = {
  text: ({ text }) => text,
  media: showMedia,
  choices: showChoices,
  link: ({ text, label, url, footer }) => lines(`${text} [${label}: ${url}]`, footer),
  askLocation: ({ text }) => `${text} [Send location]`,
  location: (place) => `<location ${showPlace(place)}>`,
  contacts: ({ contacts }) =>
    `<contacts ${contacts.map((card) => toText(lookup(card, 'name.formatted_name')) || '?').join(', ')}>`,
  reaction: ({ emoji }) => `<reaction ${emoji}>`,
  template: ({ name, language, header, body = [] }) =>
    `<template ${[name, language, ...quote(header)].join(' ')}${body.length > 0 ? ` (${body.join(', ')})` : ''}>`,
};

function showMedia({ media, link, id, caption, filename, voice }: OutboundMedia): string {
  const parts = [voice ? 'voice' : media, link ?? id ?? '', filename ?? '', ...quote(caption)];
  return `<${parts.filter((part) => part !== '').join(' ')}>`;
}

/** Options with a description stand below each other, others at the end of the text. */
function showChoices({ text, options, header, footer }: OutboundChoices): string {
  const described = options.some(({ description }) => description);
  const listed = options.map(described ? describe : ({ label }) => `[${label}]`);
  return lines(header, described ? lines(text, ...listed) : [text, ...listed].join(' '), footer);
}

const describe = ({ label, description }: Option): string =>
  description ? `[${label}] ${description}` : `[${label}]`;

const showPlace = ({ latitude, longitude, name }: Place): string =>
  [`${latitude},${longitude}`, ...quote(name)].join(' ');

const quote = (text: string | undefined): readonly string[] => (text ? [`"${text}"`] : []);
const lines = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');
