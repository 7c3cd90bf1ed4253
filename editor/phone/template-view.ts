import { each, inside, isJson, type Json, word } from './wire.ts';

/** A button under a template. `choice` is what a tap on a quick reply sends. */
export interface TemplateButton {
  readonly is: 'reply' | 'link' | 'call' | 'copy';
  readonly text: string;
  readonly choice: string;
  readonly href?: string;
}

/** A template with its holes filled, as the phone draws it. */
export interface TemplateView {
  readonly headerText: string;
  /** `{ type, [type]: { id | link } }`, or empty. */
  readonly headerFile: Json;
  readonly body: string;
  readonly footer: string;
  readonly buttons: readonly TemplateButton[];
}

/** Reads a template message: with the number's definition when there is one, else by its parameters alone. */
export function templateView(content: unknown): TemplateView {
  const defined = each(content, 'definition');
  const part = (type: string) => defined.find((component) => word(component, 'type') === type);
  const header = parametersOf(content, 'header');
  const body = parametersOf(content, 'body');
  const bare = [`[${word(content, 'name')}]`, ...body.map(textOf)].join('\n');
  const bodyPart = part('BODY');
  const file = header.find((parameter) => word(parameter, 'type') !== 'text');
  return {
    headerText: fill(word(part('HEADER'), 'text'), header),
    headerFile: file ?? {},
    body: bodyPart ? fill(word(bodyPart, 'text'), body) : bare,
    footer: word(part('FOOTER'), 'text'),
    buttons: defined.length > 0 ? drawn(content, each(part('BUTTONS'), 'buttons')) : bareReplies(content),
  };
}

const IS: Readonly<Record<string, TemplateButton['is']>> = {
  QUICK_REPLY: 'reply',
  URL: 'link',
  PHONE_NUMBER: 'call',
  COPY_CODE: 'copy',
};

function drawn(content: unknown, buttons: readonly Json[]): readonly TemplateButton[] {
  return buttons.map((button, index) => {
    const given = buttonComponents(content).find((component) => word(component, 'index') === String(index));
    const href =
      word(button, 'url') || (word(button, 'phone_number') && `tel:${word(button, 'phone_number')}`);
    const whole = fill(href, each(given, 'parameters'));
    const is = IS[word(button, 'type')] ?? 'copy';
    return { is, text: word(button, 'text'), choice: String(index), ...(whole ? { href: whole } : {}) };
  });
}

function bareReplies(content: unknown): readonly TemplateButton[] {
  const replies = buttonComponents(content).filter(
    (component) => word(component, 'sub_type') === 'quick_reply',
  );
  return replies.map((reply) => {
    const choice = word(reply, 'index');
    return { is: 'reply', choice, text: word(each(reply, 'parameters')[0], 'payload') || choice };
  });
}

const buttonComponents = (content: unknown): readonly Json[] =>
  each(content, 'components').filter((component) => word(component, 'type').toLowerCase() === 'button');

function parametersOf(content: unknown, type: string): readonly Json[] {
  const component = each(content, 'components').find((each) => word(each, 'type').toLowerCase() === type);
  return each(component, 'parameters');
}

/** Positional parameters by their place, named ones by their name. */
function fill(text: string, parameters: readonly Json[]): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) => {
    const named = parameters.find((parameter) => word(parameter, 'parameter_name') === name);
    const found = named ?? parameters[Number(name) - 1];
    return isJson(found) ? textOf(found) : hole;
  });
}

function textOf(parameter: Json): string {
  const type = word(parameter, 'type');
  return word(parameter, 'text') || word(inside(parameter, type), 'fallback_value');
}
