import type { BusinessNumber, Json, Template } from '../../model.ts';
import { refusals } from '../graph-error.ts';
import { isObject, list, object, text } from './demand.ts';

/** Checks the shape of a template message. Graph errors 100, 131008, 131009. */
export function template(content: Json): Json {
  text(content, 'name', 'template.name', 512);
  text(object(content, 'language', 'template.language'), 'code', 'template.language.code', 16);
  if (content['components'] !== undefined)
    for (const component of list(content, 'components', 'template.components', 0, 20))
      text(component, 'type', 'template.components.type', 32);
  return content;
}

/**
 * The number's template a message names. Graph error 132001 when the number has a list and it is not there,
 * 132000 when the body wants another number of parameters. Without a list, nothing is known and all is well.
 */
export function chosenTemplate(number: BusinessNumber, content: Json): Template | undefined {
  const name = String(content['name']);
  const language = String(object(content, 'language')['code']);
  const found = number.templates?.find((item) => item.name === name && item.language === language);
  if (!found) {
    if (number.templates) throw refusals.of(132001, `template name (${name}) does not exist in ${language}`);
    return undefined;
  }
  const wanted = holesOf(found);
  const given = bodyParameters(content).length;
  if (wanted !== given)
    throw refusals.of(
      132000,
      `body: number of localizable_params (${given}) does not match the expected number of params (${wanted})`,
    );
  return found;
}

/** The parameters of a template message's body. */
export function bodyParameters(content: Json): readonly Json[] {
  const components = Array.isArray(content['components']) ? content['components'].filter(isObject) : [];
  const body = components.find((component) => String(component['type']).toLowerCase() === 'body');
  const parameters = body?.['parameters'];
  return Array.isArray(parameters) ? parameters.filter(isObject) : [];
}

function holesOf(found: Template): number {
  const body = found.components.find((component) => component['type'] === 'BODY');
  const holes = String(body?.['text'] ?? '').match(/\{\{\s*\w+\s*\}\}/g) ?? [];
  return new Set(holes).size;
}
