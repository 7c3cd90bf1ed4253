import type { Json } from '../../model.ts';
import { refusals } from '../graph-error.ts';
import { allDifferent, list, object, text, webAddress } from './demand.ts';
import { file } from './file.ts';

interface Kind {
  /** How long the body may be; absent means that there need not be one. */
  readonly body?: number;
  readonly headers: readonly string[];
  readonly footer: boolean;
  readonly action: (action: Json) => void;
}

const ANY_HEADER = ['text', 'image', 'video', 'document'];

/** What each kind of interactive message asks for. */
const kinds: Readonly<Record<string, Kind>> = {
  button: { body: 1024, headers: ANY_HEADER, footer: true, action: buttons },
  list: { body: 4096, headers: ['text'], footer: true, action: sections },
  cta_url: { body: 1024, headers: ANY_HEADER, footer: true, action: linkButton },
  location_request_message: { body: 1024, headers: [], footer: false, action: named('send_location') },
  flow: { body: 1024, headers: ANY_HEADER, footer: true, action: flow },
  product: { headers: [], footer: true, action: product },
  product_list: { body: 1024, headers: ['text'], footer: true, action: products },
  catalog_message: { body: 1024, headers: [], footer: true, action: named('catalog_message') },
  carousel: { body: 1024, headers: [], footer: false, action: cards },
  contact_request: { body: 1024, headers: [], footer: false, action: named('request_contact_info') },
};

/** Checks an interactive message against Meta's limits. Graph errors 100, 131008, 131009. */
export function interactive(content: Json): Json {
  const type = text(content, 'type', 'interactive.type', 64);
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (!kind) throw refusals.value(`Param interactive.type does not know ${type}.`);
  if (kind.body !== undefined)
    text(object(content, 'body', 'interactive.body'), 'text', 'interactive.body.text', kind.body);
  if (content['header'] !== undefined) header(object(content, 'header', 'interactive.header'), kind);
  if (content['footer'] !== undefined) {
    if (!kind.footer) throw refusals.value(`interactive of type ${type} has no footer.`);
    text(object(content, 'footer', 'interactive.footer'), 'text', 'interactive.footer.text', 60);
  }
  kind.action(object(content, 'action', 'interactive.action'));
  return content;
}

function header(value: Json, kind: Kind): void {
  const type = text(value, 'type', 'interactive.header.type', 64);
  if (!kind.headers.includes(type))
    throw refusals.value(`interactive.header.type ${type} is not allowed here.`);
  if (type === 'text') text(value, 'text', 'interactive.header.text', 60);
  else file(type)(object(value, type, `interactive.header.${type}`));
}

function buttons(action: Json): void {
  const replies = list(action, 'buttons', 'interactive.action.buttons', 1, 3).map((button, index) => {
    const path = `interactive.action.buttons[${index}]`;
    if (text(button, 'type', `${path}.type`, 64) !== 'reply')
      throw refusals.value(`Param ${path}.type must be reply.`);
    const reply = object(button, 'reply', `${path}.reply`);
    return {
      id: text(reply, 'id', `${path}.reply.id`, 256),
      title: text(reply, 'title', `${path}.reply.title`, 20),
    };
  });
  allDifferent(
    replies.map((reply) => reply.id),
    'button id',
  );
  allDifferent(
    replies.map((reply) => reply.title),
    'button title',
  );
}

function sections(action: Json): void {
  text(action, 'button', 'interactive.action.button', 20);
  const all = list(action, 'sections', 'interactive.action.sections', 1, 10);
  const ids = all.flatMap((section, index) => {
    const path = `interactive.action.sections[${index}]`;
    if (all.length > 1 || section['title'] !== undefined) text(section, 'title', `${path}.title`, 24);
    return list(section, 'rows', `${path}.rows`, 1, 10).map((row, at) => {
      text(row, 'title', `${path}.rows[${at}].title`, 24);
      if (row['description'] !== undefined) text(row, 'description', `${path}.rows[${at}].description`, 72);
      return text(row, 'id', `${path}.rows[${at}].id`, 200);
    });
  });
  if (ids.length > 10)
    throw refusals.value(`Total row count exceeds max allowed count: 10, not ${ids.length}.`);
  allDifferent(ids, 'row id');
}

function linkButton(action: Json): void {
  named('cta_url')(action);
  const parameters = object(action, 'parameters', 'interactive.action.parameters');
  text(parameters, 'display_text', 'interactive.action.parameters.display_text', 20);
  webAddress(parameters, 'url', 'interactive.action.parameters.url');
}

function flow(action: Json): void {
  named('flow')(action);
  const parameters = object(action, 'parameters', 'interactive.action.parameters');
  text(parameters, 'flow_message_version', 'flow_message_version', 8);
  text(parameters, 'flow_cta', 'flow_cta', 30);
  const named_ = ['flow_id', 'flow_name'].filter((key) => parameters[key] !== undefined);
  if (named_.length !== 1) throw refusals.value('Exactly one of flow_id and flow_name is needed.');
}

function product(action: Json): void {
  text(action, 'catalog_id', 'interactive.action.catalog_id', 64);
  text(action, 'product_retailer_id', 'interactive.action.product_retailer_id', 256);
}

function products(action: Json): void {
  text(action, 'catalog_id', 'interactive.action.catalog_id', 64);
  const all = list(action, 'sections', 'interactive.action.sections', 1, 10);
  const items = all.flatMap((section) =>
    list(section, 'product_items', 'interactive.action.sections.product_items', 1, 30),
  );
  if (items.length > 30) throw refusals.value('A product list has at most 30 items.');
}

function cards(action: Json): void {
  const all = list(action, 'cards', 'interactive.action.cards', 2, 10);
  const types = new Set(all.map((card) => text(card, 'type', 'interactive.action.cards.type', 64)));
  if (types.size > 1) throw refusals.value('All cards must be of the same type.');
}

function named(name: string): (action: Json) => void {
  return (action) => {
    if (text(action, 'name', 'interactive.action.name', 64) !== name)
      throw refusals.value(`Param interactive.action.name must be ${name}.`);
  };
}
