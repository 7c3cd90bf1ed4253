import { isStroke, type Press, readKeys, type Stroke } from './keys.ts';

/** What keys do on the page that is shown. */
export interface Shortcut {
  /** `mod+z`, or `g f` for one after the other; several ways to the same are a list, the best first. */
  readonly keys: string | readonly string[];
  /** What it does, for the help sheet. */
  readonly says: string;
  /** Under which heading of the help sheet. */
  readonly group: string;
  /** Answering `false` leaves the key to the browser. */
  run(): unknown;
  /** Also while somebody types in a field. */
  readonly whileTyping?: boolean;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
  /** `false`: not now. */
  readonly isOn?: boolean;
}

/** A press, and where the person is. */
export interface Situation {
  readonly press: Press;
  /** Milliseconds, of any clock. */
  readonly at: number;
  readonly isMac: boolean;
  readonly isTyping: boolean;
  readonly isInDialog: boolean;
}

const TOGETHER_MS = 1_200;

/** Shortcuts that are there now; whoever came last is asked first. */
export interface Shortcuts {
  add(shortcut: Shortcut): () => void;
  /** Everything that is on now, oldest first; the same list until something changes. */
  list(): readonly Shortcut[];
  subscribe(listener: () => void): () => void;
  /** Does what a press means; says whether it meant anything. */
  press(situation: Situation): boolean;
}

export function createShortcuts(): Shortcuts {
  let all: readonly Shortcut[] = [];
  let before: readonly { readonly press: Press; readonly at: number }[] = [];
  const listeners = new Set<() => void>();
  const put = (next: readonly Shortcut[]): void => {
    all = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (shortcut) => {
      put([...all, shortcut]);
      return () => put(all.filter((other) => other !== shortcut));
    },
    list: () => all,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (situation) => {
      const { press, at } = situation;
      const pressed = [...before.filter((earlier) => at - earlier.at < TOGETHER_MS), { press, at }];
      const found = longest(all.filter((shortcut) => isMeant(shortcut, pressed, situation)));
      const isDone = found !== undefined && found.run() !== false;
      before = isDone ? [] : pressed.slice(-2);
      return isDone;
    },
  };
}

/** `g p` means more than `p`; of the same length, whoever came last is asked. */
const longest = (meant: readonly Shortcut[]): Shortcut | undefined =>
  meant.reduceRight<Shortcut | undefined>(
    (best, one) => (best && strokesOf(best) >= strokesOf(one) ? best : one),
    undefined,
  );

const strokesOf = ({ keys }: Shortcut): number =>
  Math.max(...waysOf(keys).map((way) => readKeys(way).length));

function isMeant(
  { keys, whileTyping = false, inDialog = false, isOn = true }: Shortcut,
  pressed: readonly { readonly press: Press }[],
  { isMac, isTyping, isInDialog }: Situation,
): boolean {
  if (!isOn || (isTyping && !whileTyping) || (isInDialog && !inDialog)) return false;
  return waysOf(keys).some((way) => endsWith(pressed, readKeys(way), isMac));
}

const endsWith = (
  pressed: readonly { readonly press: Press }[],
  strokes: readonly Stroke[],
  isMac: boolean,
): boolean => {
  const last = pressed.slice(-strokes.length);
  return (
    last.length === strokes.length &&
    strokes.every((stroke, n) => last[n] !== undefined && isStroke(stroke, last[n].press, isMac))
  );
};

/** Every way to press a shortcut, the best first. */
export const waysOf = (keys: Shortcut['keys']): readonly string[] =>
  typeof keys === 'string' ? [keys] : keys;
