import { isObject } from '../graph/messages/demand.ts';
import type { ChatMessage, Json } from '../model.ts';
import { problems } from '../problem.ts';
import type { Written } from './write.ts';

/** Turns a tap on a business's message into what WhatsApp tells about it. Problem `simulator.not-offered`. */
export function tap(message: ChatMessage, choice: string): Written {
  const content = isObject(message.content) ? message.content : {};
  const action = isObject(content['action']) ? content['action'] : {};
  const reply =
    message.type === 'template'
      ? quickReply(content, choice)
      : (button(action, choice) ?? row(action, choice));
  if (!reply) throw problems.notOffered();
  return { ...reply, context: message.id };
}

function button(action: Json, choice: string): Written | undefined {
  const replies = objects(action['buttons'])
    .map((each) => each['reply'])
    .filter(isObject);
  const found = replies.find((reply) => reply['id'] === choice);
  if (!found) return undefined;
  const chosen = { id: found['id'], title: found['title'] };
  return { type: 'interactive', content: { type: 'button_reply', button_reply: chosen } };
}

function row(action: Json, choice: string): Written | undefined {
  const rows = objects(action['sections']).flatMap((section) => objects(section['rows']));
  const found = rows.find((each) => each['id'] === choice);
  if (!found) return undefined;
  const description = found['description'] ? { description: found['description'] } : {};
  const chosen = { id: found['id'], title: found['title'], ...description };
  return { type: 'interactive', content: { type: 'list_reply', list_reply: chosen } };
}

/** A template's quick replies are named by their place among all its buttons. */
function quickReply(content: Json, choice: string): Written | undefined {
  const buttons = objects(content['definition']).find((each) => each['type'] === 'BUTTONS');
  const drawn = objects(buttons?.['buttons'])[Number(choice)];
  const given = objects(content['components']).find(
    (each) => each['sub_type'] === 'quick_reply' && String(each['index']) === choice,
  );
  if (drawn?.['type'] !== 'QUICK_REPLY' && !given) return undefined;
  const payload = objects(given?.['parameters'])[0]?.['payload'];
  const text = drawn?.['text'] ?? payload ?? choice;
  return { type: 'button', content: { payload: payload ?? text, text } };
}

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
