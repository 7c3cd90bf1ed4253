import type { JsonObject } from '../../nodes/contract/json.ts';
import type { InboundContent } from '../../nodes/contract/message.ts';
import type { Reading } from './chat.ts';
import { readJsonObject } from './read-json.ts';

const TAP = /^\[(.+)\](?: @(\d+))?$/;
const TAGGED = /^<([a-z]+)(?: (.*))?>$/s;

/** Reads what stands after `<`: words, a tap such as `[Yes]`, or another kind of message such as `<image "caption">`. */
export function parseSaid(text: string): Reading {
  const tap = TAP.exec(text);
  if (tap?.[1] !== undefined)
    return { does: 'tap', label: tap[1], ...(tap[2] !== undefined && { back: Number(tap[2]) }) };
  const tagged = TAGGED.exec(text);
  if (tagged?.[1] === undefined) return { does: 'write', content: { kind: 'text', text } };
  const read = kinds[tagged[1]];
  return read
    ? read(tagged[2] ?? '')
    : `"${tagged[1]}" is no kind of message; there are ${Object.keys(kinds).join(', ')}`;
}

const MIME = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg',
  document: 'application/pdf',
  sticker: 'image/webp',
} as const;

const write = (content: InboundContent): Reading => ({ does: 'write', content });

const kinds: { readonly [kind: string]: (rest: string) => Reading } = {
  image: media('image'),
  video: media('video'),
  audio: media('audio'),
  voice: (rest) => media('audio', true)(rest),
  document: media('document'),
  sticker: media('sticker'),
  location: parseLocation,
  contact: (name) => write({ kind: 'contacts', contacts: [{ name: { formatted_name: unquote(name) } }] }),
  form: parseForm,
  reaction: (emoji) => ({ does: 'react', emoji }),
  edit: (text) => ({ does: 'edit', text: unquote(text) }),
  revoke: () => ({ does: 'revoke' }),
  unsupported: (what) => write({ kind: 'unsupported', what: what || 'unknown' }),
};

/** `price-list.pdf "Is this yours?"`: a file name and a caption, each of which may be missing. */
function media(kind: keyof typeof MIME, voice = false): (rest: string) => Reading {
  return (rest) => {
    const [, filename = '', caption = ''] = /^([^"]*?) ?(".*")?$/s.exec(rest) ?? [];
    return write({
      kind: 'media',
      media: kind,
      id: filename || kind,
      mime: MIME[kind],
      ...(filename && { filename }),
      ...(caption && { caption: unquote(caption) }),
      ...(voice && { voice }),
    });
  };
}

function parseLocation(rest: string): Reading {
  const [, latitude, longitude, name] = /^(-?[\d.]+), ?(-?[\d.]+)(?: (.+))?$/.exec(rest) ?? [];
  if (latitude === undefined || longitude === undefined)
    return 'a location is written <location 13.75,100.5 "name">';
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return write({ kind: 'location', ...place, ...(name && { name: unquote(name) }) });
}

function parseForm(rest: string): Reading {
  const [name = '', ...json] = rest.split(' ');
  const answers: JsonObject | string = readJsonObject(json.join(' ') || '{}');
  return typeof answers === 'string' ? answers : write({ kind: 'form', name, answers });
}

const unquote = (text: string): string => text.replace(/^"(.*)"$/s, '$1');
