import { isObject, type JsonObject } from '../../../nodes/contract/json.ts';
import { type FailureKind, SendFailure } from '../channel.ts';
import { MEANINGS, type Meaning, RANGES, SUBCODES } from './failure-table.ts';
import { numberIn, objectIn, textIn } from './foreign.ts';

const MAX_DETAILS = 300;
const UNKNOWN = 'WhatsApp refused this without a reason that we know.';

/** Whose turn it is after a Graph error code, as it comes in an answer or in a failed status. */
export const failureKind = (code: string): FailureKind => meaningOf(Number(code))?.kind ?? 'refused';

/** A sentence for people about a Graph error code, with Meta's own details if it gave any. */
export function explain(code: string, details?: string): string {
  return withDetails(meaningOf(Number(code))?.sentence ?? UNKNOWN, details);
}

/**
 * The failure that an HTTP answer other than a success means. The code decides, then the status: Meta's statuses vary
 * (throttles came as 400, 403 and 429). A body that is no Graph error is the word of some proxy on the way.
 */
export function failureOf(status: number, body: string): SendFailure {
  const error = graphErrorIn(body);
  const code = error && numberIn(error, 'code');
  if (error === undefined || code === undefined) return withoutCode(status);
  const meaning = SUBCODES.get(`${code}/${numberIn(error, 'error_subcode')}`) ?? meaningOf(code);
  const kind = meaning?.kind ?? (error['is_transient'] === true ? 'retry' : kindByStatus(status));
  return new SendFailure(
    kind,
    String(code),
    withDetails(meaning?.sentence ?? UNKNOWN, detailsIn(error, meaning)),
  );
}

/** A failure before any answer: `unsure` when the request was on its way, for then the message may have gone out. */
export const unanswered = (unsure: boolean): SendFailure =>
  unsure
    ? new SendFailure(
        'retry',
        'no-answer',
        'WhatsApp did not answer, so the message may have gone out.',
        true,
      )
    : new SendFailure('retry', 'unreachable', 'WhatsApp cannot be reached.');

/** What a success without a receipt means: the error it hides, or else that the message may well have been sent. */
export const unreadable = (status: number, body: string): SendFailure =>
  graphErrorIn(body)
    ? failureOf(status, body)
    : new SendFailure('retry', 'unreadable', 'WhatsApp answered something that is no receipt.', true);

function meaningOf(code: number): Meaning | undefined {
  return MEANINGS.get(code) ?? RANGES.find(([first, last]) => code >= first && code <= last)?.[2];
}

function graphErrorIn(body: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? objectIn(parsed, 'error') : undefined;
  } catch {
    return undefined;
  }
}

// 404 and 405 without a known code mean that the base URL leads somewhere else.
const BY_STATUS: ReadonlyMap<number, FailureKind> = new Map([
  [401, 'blocked'],
  [403, 'blocked'],
  [404, 'blocked'],
  [405, 'blocked'],
  [408, 'retry'],
  [425, 'retry'],
  [429, 'slow'],
]);

const kindByStatus = (status: number): FailureKind =>
  BY_STATUS.get(status) ?? (status >= 500 ? 'retry' : status >= 400 ? 'refused' : 'blocked');

function withoutCode(status: number): SendFailure {
  const kind = kindByStatus(status);
  // A gateway that gave up had passed the request on; 503 is said at the door.
  const unsure = status >= 500 && status !== 503;
  const sentence = kind === 'retry' ? 'WhatsApp is out of order at the moment' : 'WhatsApp refused this';
  return new SendFailure(kind, `http-${status}`, `${sentence} (HTTP ${status}).`, unsure);
}

/** Meta's own words, save for a bad token: those can contain the token itself. */
function detailsIn(error: JsonObject, meaning: Meaning | undefined): string | undefined {
  const details = textIn(objectIn(error, 'error_data') ?? {}, 'details') ?? textIn(error, 'error_user_msg');
  if (meaning?.kind === 'blocked') return details && withoutToken(details);
  const title = textIn(error, 'message')?.replace(/^\(#\d+\)\s*/, '');
  const words = details ?? title;
  return words && withoutToken(words);
}

const withoutToken = (words: string): string => words.replace(/EAA\w{8,}/g, '[token]');

const withDetails = (sentence: string, details: string | undefined): string =>
  details === undefined ? sentence : `${sentence} Meta says: ${details.slice(0, MAX_DETAILS)}`;
