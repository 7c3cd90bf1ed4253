import type { Origin } from '../../../nodes/contract/message.ts';

/** What a reply id says: which option, and of which question if the id is one of ours. */
export interface Tap {
  readonly option: string;
  readonly origin?: Origin;
}

/** The shortest limit among WhatsApp's kinds of reply: a list row id has at most 200 letters. */
export const MAX_REPLY_ID = 200;

// The tilde is in no id of ours, so an id without our prefix is somebody else's and stays as it is.
const OURS = /^s1~([\w.-]+)~(\d{1,9})~([\w.-]+)~([\w.-]+)$/;

/**
 * The reply id of an option, carrying where its question stands, so that a tap finds its way years later.
 * Falls back to the plain option when that would not fit.
 */
export function encodeTap({ option, origin }: Tap): string {
  if (!origin) return option;
  const { flow, version, node } = origin;
  const id = `s1~${flow}~${version}~${node}~${option}`;
  return id.length <= MAX_REPLY_ID && OURS.test(id) ? id : option;
}

/** What a reply id says; a foreign one is an option without an origin. */
export function decodeTap(id: string): Tap {
  const [, flow, version, node, option] = OURS.exec(id) ?? [];
  if (!flow || !version || !node || !option) return { option: id };
  return { option, origin: { flow, version: Number(version), node } };
}
