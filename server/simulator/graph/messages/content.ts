import type { Json } from '../../model.ts';
import { refusals } from '../graph-error.ts';
import { degrees, list, object, optionalText, text } from './demand.ts';
import { file } from './file.ts';
import { interactive } from './interactive.ts';
import { template } from './template.ts';

/** Per message type: checks its object and gives back what the phone shows. Graph errors 100, 131008, 131009. */
export const contents: Readonly<Record<string, (body: Json) => unknown>> = {
  text: (body) => {
    const content = object(body, 'text');
    return { ...content, body: text(content, 'body', 'text.body', 4096) };
  },
  image: (body) => file('image')(object(body, 'image')),
  video: (body) => file('video')(object(body, 'video')),
  audio: (body) => file('audio')(object(body, 'audio')),
  document: (body) => file('document')(object(body, 'document')),
  sticker: (body) => file('sticker')(object(body, 'sticker')),
  location: (body) => {
    const content = object(body, 'location');
    optionalText(content, 'name', 'location.name', 1000);
    optionalText(content, 'address', 'location.address', 1000);
    const latitude = degrees(content, 'latitude', 'location.latitude', 90);
    return { ...content, latitude, longitude: degrees(content, 'longitude', 'location.longitude', 180) };
  },
  contacts: (body) => list(body, 'contacts', 'contacts', 1, 257).map(card),
  reaction: (body) => {
    const content = object(body, 'reaction');
    text(content, 'message_id', 'reaction.message_id', 1000);
    if (optionalText(content, 'emoji', 'reaction.emoji', 64) === undefined)
      throw refusals.missing('reaction.emoji');
    return content;
  },
  interactive: (body) => interactive(object(body, 'interactive')),
  template: (body) => template(object(body, 'template')),
};

const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'];

function card(contact: Json): Json {
  const name = object(contact, 'name', 'contacts.name');
  text(name, 'formatted_name', 'contacts.name.formatted_name', 1024);
  if (!NAME_PARTS.some((part) => typeof name[part] === 'string'))
    throw refusals.missing(`contacts.name.${NAME_PARTS[0]} (or another part of the name)`);
  return contact;
}
