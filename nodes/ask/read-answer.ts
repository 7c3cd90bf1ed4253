import type { Json } from '../contract/json.ts';
import { type InboundMessage, wordsOf } from '../contract/message.ts';
import { readDate } from './read-date.ts';
import { readEmail } from './read-email.ts';
import { readLocation } from './read-location.ts';
import { readMedia } from './read-media.ts';
import { readNumber } from './read-number.ts';
import { readPhone, sharedPhone } from './read-phone.ts';
import { readText } from './read-text.ts';
import { readYesNo } from './read-yes-no.ts';

export const KINDS = ['text', 'number', 'email', 'phone', 'date', 'yesNo', 'location', 'media'] as const;
export type Kind = (typeof KINDS)[number];

/** What an answer must keep to, and the day it is given on. */
export interface Frame {
  readonly min?: number;
  readonly max?: number;
  readonly at: number;
  readonly timeZone: string;
}

/** Makes a value of a message; undefined when it is no answer of that kind. */
type Reader = (message: InboundMessage, frame: Frame) => Json | undefined;

const readers: { readonly [kind in Kind]: Reader } = {
  text: (message, frame) => readText(wordsOf(message), frame),
  number: (message, frame) => readNumber(wordsOf(message), frame),
  email: (message) => readEmail(wordsOf(message)),
  phone: (message) => sharedPhone(message) ?? readPhone(wordsOf(message)),
  date: (message, { at, timeZone }) => readDate(wordsOf(message), at, timeZone),
  yesNo: (message) => readYesNo(wordsOf(message)),
  location: readLocation,
  media: readMedia,
};

/** The value that a message answers a question of this kind with, if it does. */
export const readAnswer = (kind: Kind, message: InboundMessage, frame: Frame): Json | undefined =>
  readers[kind](message, frame);
