import type { Event } from '../contract/event.ts';
import type { OutboundMessage } from '../contract/message.ts';
import { noReplyPort, noReplyProperty, noReplyTimer, onSilence } from '../contract/no-reply.ts';
import { defineNode, leave, type Outcome, type Visit, wait } from '../contract/node-type.ts';
import type { Reason } from '../contract/reason.ts';
import { reasonOfFailure, reasonsOfMisfit, reasonsOfSilence } from '../contract/reason-silence.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { askAgain, triesProperties } from '../contract/tries.ts';
import { fallbackProperty, windowPort } from '../contract/window.ts';
import { checkOptions } from './check.ts';
import { findOption } from './find-option.ts';
import { whyChosen } from './why.ts';

const params = {
  type: 'object',
  required: ['text', 'options'],
  additionalProperties: false,
  properties: {
    text: { type: 'string', title: 'Question', format: 'template', minLength: 1, maxLength: 1024 },
    options: {
      type: 'array',
      title: 'Options',
      description: 'Up to 3 are shown as buttons, up to 10 as a list, more as a numbered text.',
      minItems: 1,
      maxItems: 30,
      items: {
        type: 'object',
        required: ['id', 'label'],
        additionalProperties: false,
        properties: {
          id: {
            type: 'string',
            title: 'Internal name',
            description: 'It stays the same when the label changes, so that lines stay too.',
            pattern: '^[A-Za-z0-9_-]{1,40}$',
          },
          label: { type: 'string', title: 'Text to tap', format: 'template', minLength: 1, maxLength: 100 },
          description: {
            type: 'string',
            title: 'Second line',
            description: 'Small text below it. Shown in a list, not on buttons.',
            format: 'template',
            maxLength: 72,
          },
          synonyms: {
            type: 'array',
            title: 'Other words for it',
            description: 'What people may type instead of tapping.',
            maxItems: 30,
            items: { type: 'string', format: 'keyword', minLength: 1, maxLength: 100 },
          },
        },
      },
    },
    header: { type: 'string', title: 'Heading above the question', format: 'template', maxLength: 60 },
    footer: { type: 'string', title: 'Small text below the question', format: 'template', maxLength: 60 },
    open: {
      type: 'string',
      title: 'Word on the button that opens a list',
      format: 'template',
      maxLength: 20,
      examples: ['Choose'],
    },
    saveAs: {
      type: 'string',
      title: 'Keep what was chosen as',
      description: 'The whole text, even where the phone shows it cut.',
      format: 'variable',
    },
    ...triesProperties,
    noReply: noReplyProperty,
    fallback: fallbackProperty,
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Offers a choice; each option is a way out. People may tap, or type a name, a number or nearly so. */
export const node = defineNode({
  title: 'Choices',
  doc: 'Asks with buttons or a list and goes on by what the contact chose.',
  params,
  fresh: {
    text: '',
    options: [
      { id: 'option-1', label: 'Option 1' },
      { id: 'option-2', label: 'Option 2' },
    ],
  },
  ports: ({ options = [], noReply, fallback }) => [
    ...options.map(({ id, label }) => ({ id, label, authored: true as const })),
    { id: 'notMatched', label: 'None of these', when: 'failed' },
    ...noReplyPort(noReply),
    ...windowPort(fallback),
  ],
  enter,
  resume,
  why,
  check: ({ options }) => checkOptions(options),
});

function enter(visit: Visit<Params>): Outcome {
  const { params } = visit;
  if (offered(params).length === 0) return leave('notMatched');
  return wait('reply', {
    effects: [{ type: 'sendMessage', message: question(params) }, ...noReplyTimer(visit, params.noReply)],
  });
}

function resume(visit: Visit<Params>, event: Event): Outcome {
  const { params } = visit;
  if (event.type === 'effectFailed') return { move: 'end', why: 'failed', detail: event.reason };
  if (event.type !== 'messageReceived') return onSilence(visit, params.noReply);
  const chosen = findOption(offered(params), event.message);
  if (!chosen) return askAgain(visit, question(params, params.retryText), 'notMatched');
  return leave(chosen.id, params.saveAs === undefined ? {} : { set: { [params.saveAs]: chosen.label } });
}

function why({ params, memo }: Visit<Params>, outcome: Outcome, event?: Event): readonly Reason[] {
  if (event?.type === 'effectFailed') return [reasonOfFailure(event)];
  if (event?.type === 'timerFired') return reasonsOfSilence(params.noReply, outcome);
  if (event?.type !== 'messageReceived') return [];
  const found = whyChosen(offered(params), event.message);
  const isMisfit = outcome.move === 'wait' || (outcome.move === 'leave' && outcome.by === 'notMatched');
  if (!isMisfit) return found;
  const tried = { tries: params.tries ?? 3, ...(memo !== undefined && { memo }) };
  return [...found, ...reasonsOfMisfit(tried, outcome)];
}

function question(params: Params, text = params.text): OutboundMessage {
  const { header, footer, open } = params;
  return {
    kind: 'choices',
    text,
    options: offered(params).map(({ id, label, description }) => ({
      id,
      label,
      ...(description && { description }),
    })),
    ...(header && { header }),
    ...(footer && { footer }),
    ...(open && { open }),
  };
}

/** An option whose label its holes left empty is not offered: so a list may be shorter on some days. */
const offered = ({ options }: Params): Params['options'] =>
  options.filter(({ label }) => label.trim() !== '');
