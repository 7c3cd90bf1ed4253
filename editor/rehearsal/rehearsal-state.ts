import type { Rehearsal } from '../../server/api/contract.ts';
import { type ChatParts, chatText, type Moment, NOBODY, partsOf, type TestContact } from './chat-text.ts';

/** A chat with the draft: what was put in, and what the server last made of it. */
export interface RehearsalState extends ChatParts {
  /** Requests to the outside are answered from what is pinned to their nodes, or wait to be asked about. */
  readonly outside: 'samples' | 'ask';
  /** Rises with all that must be played anew. */
  readonly turn: number;
  /** What was played last, and the turn it belongs to. */
  readonly answer?: Rehearsal;
  readonly answered: number;
  readonly error?: Error;
  /** The step that is looked at, by its place in the answer; otherwise the latest. */
  readonly chosen?: number;
  /** How often it was played again because the draft changed, since somebody last did something. */
  readonly replays: number;
  /** The turn was caused by a change of the draft. */
  readonly isReplay: boolean;
}

export type RehearsalAction =
  | { readonly type: 'say'; readonly line: string }
  | { readonly type: 'back' | 'restart' | 'draftChanged' }
  | { readonly type: 'contact'; readonly contact: TestContact }
  | { readonly type: 'number'; readonly number: string }
  | { readonly type: 'start'; readonly start: Moment }
  | { readonly type: 'outside'; readonly outside: RehearsalState['outside'] }
  | { readonly type: 'open'; readonly chat: string }
  | { readonly type: 'choose'; readonly step: number | undefined }
  | { readonly type: 'played'; readonly turn: number; readonly answer: Rehearsal }
  | { readonly type: 'failed'; readonly turn: number; readonly error: Error };

export const beginRehearsal = (start: Moment): RehearsalState => ({
  contact: NOBODY,
  start,
  extras: [],
  lines: [],
  outside: 'samples',
  turn: 1,
  answered: 0,
  replays: 0,
  isReplay: false,
});

/** What an action makes of a rehearsal. Answers to turns that are over already are left. */
export function rehearsalAfter(state: RehearsalState, action: RehearsalAction): RehearsalState {
  switch (action.type) {
    case 'say':
      return anew(state, { lines: [...state.lines, action.line] });
    case 'back':
      return state.lines.length === 0 ? state : anew(state, { lines: state.lines.slice(0, -1) });
    case 'restart':
      return anew(state, { lines: [] });
    case 'draftChanged':
      return { ...anew(state, {}), isReplay: true, replays: state.replays };
    case 'contact':
      return anew(state, { contact: action.contact });
    case 'number':
      return anew(state, { number: action.number });
    case 'start':
      return anew(state, { start: action.start });
    case 'outside':
      return anew(state, { outside: action.outside });
    case 'open':
      return opened(state, action.chat);
    case 'choose':
      return chosen(state, action.step);
    default:
      return answered(state, action);
  }
}

/** Something is otherwise, so all must be played anew. */
function anew({ chosen: _, ...state }: RehearsalState, change: Partial<RehearsalState>): RehearsalState {
  return { ...state, ...change, turn: state.turn + 1, replays: 0, isReplay: false };
}

/** A chat that is opened tells all answers of the outside itself. */
function opened({ number: _, ...state }: RehearsalState, chat: string): RehearsalState {
  return anew(state, { ...partsOf(chat, state), outside: 'ask' });
}

function chosen({ chosen: _, ...state }: RehearsalState, step: number | undefined): RehearsalState {
  return step === undefined ? state : { ...state, chosen: step };
}

function answered(
  state: RehearsalState,
  action: RehearsalAction & { readonly type: 'played' | 'failed' },
): RehearsalState {
  if (action.turn !== state.turn) return state;
  const { error: _, ...rest } = state;
  if (action.type === 'failed') return { ...rest, answered: action.turn, error: action.error };
  const replays = state.isReplay && state.lines.length > 0 ? state.replays + 1 : state.replays;
  return { ...rest, answered: action.turn, answer: action.answer, replays };
}

export const isPlaying = ({ turn, answered }: RehearsalState): boolean => turn !== answered;

/** The chat that the server is to play. */
export const textOf = (state: RehearsalState): string => chatText(state);

/** The step that is looked at, by its place. */
export const lookedAt = ({ chosen, answer }: RehearsalState): number | undefined =>
  chosen ?? (answer && answer.steps.length > 0 ? answer.steps.length - 1 : undefined);
