import type { JsonObject } from '../../nodes/contract/json.ts';

/** A node as a test writes it. */
export type Node = readonly [type: string, params?: JsonObject];

export const on = (...keywords: readonly string[]): Node => ['keyword', { keywords }];
export const say = (text: string): Node => ['send-message', { messages: [{ text }] }];
export const ask = (question: string, saveAs: string, extra: JsonObject = {}): Node => [
  'ask',
  { question, saveAs, ...extra },
];
export const call = (flow: string, extra: JsonObject = {}): Node => ['call-flow', { flow, ...extra }];
export const set = (name: string, text: string): Node => ['set-variable', { assignments: [{ name, text }] }];
export const get: Node = ['http-request', { method: 'GET', url: 'https://x.test' }];
/** Fails when it is entered. */
export const fails: Node = ['wait', { mode: 'untilOpen', calendar: 'gone' }];
