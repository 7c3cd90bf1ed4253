import { fold, matchKeyword } from '../contract/keywords.ts';
import { type InboundMessage, wordsOf } from '../contract/message.ts';
import { editDistance } from './edit-distance.ts';

export interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

/**
 * The option that a message means: the one tapped, else the one its words name. From sure to less sure; a rule
 * that fits two options decides nothing, since asking again is better than guessing.
 */
export function findOption<O extends Choosable>(
  options: readonly O[],
  message: InboundMessage,
): O | undefined {
  const words = wordsOf(message).trim();
  const sure =
    (message.kind === 'tap' ? options.find(({ id }) => id === message.option) : undefined) ??
    options.find((option) => namesOf(option).some((name) => name.trim() === words));
  if (sure) return sure;
  const folded = fold(words);
  if (folded === '') return undefined;
  return (
    options.find((option) => namesOf(option).some((name) => fold(name) === folded)) ??
    begunBy(options, folded) ??
    numbered(options, folded) ??
    namedWithin(options, words) ??
    nearest(options, folded)
  );
}

const namesOf = ({ label, synonyms = [] }: Choosable): readonly string[] => [label, ...synonyms];

/** "4" means "4 people", and "yes" means "Yes, please", before "4" means the fourth. */
function begunBy<O extends Choosable>(options: readonly O[], folded: string): O | undefined {
  return only(options.filter(({ label }) => matchKeyword([folded], 'begins', label) !== undefined));
}

/** Its place in the list: "2", "2.", "๒", and the keycap emoji of two. */
function numbered<O extends Choosable>(options: readonly O[], folded: string): O | undefined {
  const place = /^(\d{1,2})\u20e3?$/.exec(folded)?.[1];
  if (place === undefined || options.some(({ label }) => matchKeyword([place], 'word', label)))
    return undefined;
  return options[Number(place) - 1];
}

/** The one named in the middle of a sentence; of "Red" and "Red shirt", both named, the longer is meant. */
function namedWithin<O extends Choosable>(options: readonly O[], words: string): O | undefined {
  const named = options
    .flatMap((option) =>
      namesOf(option)
        .filter((name) => matchKeyword([name], 'word', words) !== undefined)
        .map((name) => ({ option, name: fold(name) })),
    )
    .sort((a, b) => b.name.length - a.name.length);
  const [longest] = named;
  return named.every(({ option, name }) => option === longest?.option || within(name, longest?.name ?? ''))
    ? longest?.option
    : undefined;
}

const within = (part: string, whole: string): boolean => part !== whole && whole.includes(part);

/** The one closest to what was typed. Digits are never a slip of the finger: "Size 41" is not "Size 40". */
function nearest<O extends Choosable>(options: readonly O[], folded: string): O | undefined {
  const slips = options.map((option) =>
    Math.min(...namesOf(option).map((name) => slipsTo(fold(name), folded))),
  );
  const fewest = Math.min(...slips);
  if (!Number.isFinite(fewest)) return undefined;
  return only(options.filter((_, index) => slips[index] === fewest));
}

function slipsTo(name: string, folded: string): number {
  const most = tolerance([...name].length);
  if (most === 0 || digitsOf(name) !== digitsOf(folded)) return Number.POSITIVE_INFINITY;
  const distance = editDistance(name, folded, most);
  return distance <= most ? distance : Number.POSITIVE_INFINITY;
}

const tolerance = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);
const digitsOf = (text: string): string => text.replace(/\D/g, '');
const only = <O>(found: readonly O[]): O | undefined => (found.length === 1 ? found[0] : undefined);
