import type { Effect } from '../contract/effect.ts';
import type { Event } from '../contract/event.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { type InboundMessage, type OutboundMessage, wordsOf } from '../contract/message.ts';
import { noReplyPort, noReplyTimer, onSilence } from '../contract/no-reply.ts';
import { defineNode, leave, type Outcome, type Remark, type Visit, wait } from '../contract/node-type.ts';
import { mistake, warning } from '../contract/remark.ts';
import { askAgain } from '../contract/tries.ts';
import { windowPort } from '../contract/window.ts';
import { type Params, params } from './params.ts';
import { type Frame, readAnswer } from './read-answer.ts';
import { readText } from './read-text.ts';
import { why } from './why.ts';

/** What WhatsApp has room for beside the button that sends a location. */
const MAX_BESIDE_BUTTON = 1024;

/** Asks a question and keeps the answer, checked and in one form, in a variable. */
export const node = defineNode({
  title: 'Ask',
  doc: 'Asks a question, checks the answer and keeps it for later.',
  params,
  fresh: { question: '', kind: 'text', saveAs: 'answer' },
  ports: ({ noReply, fallback }) => [
    { id: 'answered', label: 'Answered' },
    { id: 'invalid', label: 'No fitting answer', when: 'failed' },
    ...noReplyPort(noReply),
    ...windowPort(fallback),
  ],
  enter: (visit) =>
    wait('reply', {
      effects: [
        { type: 'sendMessage', message: question(visit.params) },
        ...noReplyTimer(visit, visit.params.noReply),
      ],
    }),
  resume,
  why,
  check,
  upgrades: [minutesToNoReply],
});

function resume(visit: Visit<Params>, event: Event): Outcome {
  const { params, memo } = visit;
  if (event.type === 'effectFailed') return { move: 'end', why: 'failed', detail: event.reason };
  if (event.type === 'messageReceived') return hear(visit, event.message);
  const texts = collected(memo);
  return texts.length > 0
    ? settle(visit, readText(texts.join('\n'), params))
    : onSilence(visit, params.noReply);
}

function hear(visit: Visit<Params>, message: InboundMessage): Outcome {
  const { kind = 'text', collectSeconds } = visit.params;
  if (kind !== 'text' || collectSeconds === undefined) {
    return settle(visit, readAnswer(kind, message, frame(visit)));
  }
  const texts = [...collected(visit.memo), wordsOf(message).trim()].filter((text) => text !== '');
  if (texts.length === 0) return settle(visit, undefined);
  const timer: Effect = { type: 'startTimer', at: visit.at + collectSeconds * 1000, purpose: 'collect' };
  return wait('reply', { effects: [timer], memo: { ...remembered(visit.memo), texts } });
}

/** The answer is there, or it does not fit. */
function settle(visit: Visit<Params>, value: Json | undefined): Outcome {
  const { params } = visit;
  if (value === undefined) return askAgain(visit, question(params, params.retryText), 'invalid');
  return leave('answered', { set: { [params.saveAs]: value } });
}

const question = ({ kind, question }: Params, text = question): OutboundMessage =>
  kind === 'location' ? { kind: 'askLocation', text } : { kind: 'text', text };

function frame({ params: { min, max }, at, scope }: Visit<Params>): Frame {
  const { timeZone } = scope;
  return {
    at,
    timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

const remembered = (memo: Json | undefined): JsonObject => (isObject(memo) ? memo : {});

function collected(memo: Json | undefined): readonly string[] {
  const { texts } = remembered(memo);
  return Array.isArray(texts) ? texts.map(String) : [];
}

function check({ kind = 'text', min, max, collectSeconds, question }: Params): readonly Remark[] {
  const limited = kind === 'number' || kind === 'text';
  return [
    ...(min !== undefined && max !== undefined && min > max
      ? [mistake('min', '"At least" is more than "At most", so no answer would fit')]
      : []),
    ...(!limited && (min ?? max) !== undefined
      ? [
          warning(
            min === undefined ? 'max' : 'min',
            'Only numbers and texts have limits; for this kind of answer they mean nothing',
          ),
        ]
      : []),
    ...(kind !== 'text' && collectSeconds !== undefined
      ? [
          warning(
            'collectSeconds',
            'Only texts are waited for; one message answers this question, so this means nothing',
          ),
        ]
      : []),
    ...(kind === 'location' && question.length > MAX_BESIDE_BUTTON
      ? [
          mistake(
            'question',
            'The question is too long: beside the button that sends a location there is room for {n} characters',
            {
              n: MAX_BESIDE_BUTTON,
            },
          ),
        ]
      : []),
  ];
}

/** Version 1 could only give up in minutes, without reminders; its choices became a node of their own. */
function minutesToNoReply({ giveUpAfterMinutes, choices: _, ...rest }: JsonObject): JsonObject {
  const minutes = Number(giveUpAfterMinutes ?? 0);
  return minutes > 0 ? { ...rest, noReply: { after: `${Math.ceil(minutes)}m` } } : rest;
}
