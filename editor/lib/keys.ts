/** One press of a key, with what is held down. */
export interface Stroke {
  /** Small letters for letters; otherwise as browsers name keys, in small letters: `enter`, `?`, `arrowup`. */
  readonly key: string;
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly mod: boolean;
  readonly alt: boolean;
  /** Left out where the key itself says it, as with `?`. */
  readonly shift?: boolean;
}

/** What a key event says of itself. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

const ALIASES: { readonly [written: string]: string } = {
  esc: 'escape',
  space: ' ',
  plus: '+',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  del: 'delete',
};

/** Reads `mod+shift+z`, or strokes one after the other, such as `g f`. Throws for what is no key. */
export function readKeys(keys: string): readonly Stroke[] {
  const strokes = keys.trim().toLowerCase().split(/\s+/).map(readStroke);
  if (strokes.some(({ key }) => key === '')) throw new Error(`"${keys}" names no keys`);
  return strokes;
}

function readStroke(written: string): Stroke {
  const parts = written.split('+');
  const last = parts.pop() ?? '';
  const key = ALIASES[last] ?? last;
  const held = new Set(parts);
  const isSign = key.length === 1 && !/[a-z ]/.test(key);
  return {
    key,
    mod: held.has('mod'),
    alt: held.has('alt'),
    ...(!isSign && { shift: held.has('shift') }),
  };
}

/** Whether a press is the stroke that is waited for. */
export function isStroke(stroke: Stroke, press: Press, isMac: boolean): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  return (
    keyOf(press) === stroke.key &&
    mod === stroke.mod &&
    !other &&
    press.altKey === stroke.alt &&
    (stroke.shift === undefined || press.shiftKey === stroke.shift)
  );
}

const SIGNS: { readonly [code: string]: readonly [plain: string, shifted: string] } = {
  Slash: ['/', '?'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
};

/** On a Thai keyboard, and on every other without Latin letters, the place of the key counts. */
function keyOf({ key, code, shiftKey }: Press): string {
  // A Mac writes other letters while Alt is held; those are above ASCII too.
  if (/^[\x20-\x7e]$|^\w{2,}$/.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? SIGNS[code]?.[shiftKey ? 1 : 0] ?? key.toLowerCase();
}

const NAMES: { readonly [key: string]: string } = {
  ' ': 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  backspace: '⌫',
  tab: 'Tab',
};

/** How keys are printed on caps: for each stroke, its caps in the order they are held. */
export const capsOf = (keys: string, isMac: boolean): readonly (readonly string[])[] =>
  readKeys(keys).map((stroke) => [
    ...HELD.filter(([held]) => stroke[held]).map(([, onMac, elsewhere]) => (isMac ? onMac : elsewhere)),
    NAMES[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key),
  ]);

const HELD = [
  ['mod', '⌘', 'Ctrl'],
  ['alt', '⌥', 'Alt'],
  ['shift', '⇧', 'Shift'],
] as const;
