import type { Event } from '../contract/event.ts';
import { wordsOf } from '../contract/message.ts';
import type { Outcome, Visit } from '../contract/node-type.ts';
import { type Reason, reason } from '../contract/reason.ts';
import { reasonOfFailure, reasonsOfMisfit, reasonsOfSilence } from '../contract/reason-silence.ts';
import type { Params } from './params.ts';

/** How an answer was read, or why it did not fit. */
export function why({ params, memo }: Visit<Params>, outcome: Outcome, event?: Event): readonly Reason[] {
  const kept = outcome.set?.[params.saveAs];
  if (event?.type === 'effectFailed') return [reasonOfFailure(event)];
  if (outcome.move === 'leave' && outcome.by === 'answered' && kept !== undefined)
    return [reason('The answer fits and is kept as {name}: {value}', { name: params.saveAs, value: kept })];
  if (event?.type === 'timerFired') return reasonsOfSilence(params.noReply, outcome);
  if (event?.type !== 'messageReceived') return [];
  if (outcome.move === 'wait' && params.collectSeconds !== undefined)
    return [
      reason('It listens for {seconds} more seconds before it goes on', { seconds: params.collectSeconds }),
    ];
  const said = wordsOf(event.message) || event.message.kind;
  return [
    reason(WANTED[params.kind ?? 'text'] ?? '"{said}" does not fit', { said }),
    ...limits(params),
    ...reasonsOfMisfit({ tries: params.tries ?? 3, ...(memo !== undefined && { memo }) }, outcome),
  ];
}

const WANTED: { readonly [kind: string]: string } = {
  text: '"{said}" does not fit',
  number: '"{said}" is no number that fits',
  email: '"{said}" is no e-mail address',
  phone: '"{said}" is no phone number',
  date: '"{said}" is no date that can be read',
  yesNo: '"{said}" means neither yes nor no',
  location: '"{said}" is no location',
  media: '"{said}" is no picture or file',
};

const limits = ({ min, max }: Params): readonly Reason[] => [
  ...(min === undefined ? [] : [reason('The smallest that fits is {min}', { min })]),
  ...(max === undefined ? [] : [reason('The largest that fits is {max}', { max })]),
];
