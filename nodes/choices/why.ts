import { fold } from '../contract/keywords.ts';
import { type InboundMessage, wordsOf } from '../contract/message.ts';
import { type Reason, reason } from '../contract/reason.ts';
import { type Choosable, findOption } from './find-option.ts';

/** How a message was taken for one of the options, or why for none. */
export function whyChosen(options: readonly Choosable[], message: InboundMessage): readonly Reason[] {
  const said = wordsOf(message) || message.kind;
  const chosen = findOption(options, message);
  if (!chosen)
    return [reason('"{said}" is none of: {options}', { said, options: options.map(({ label }) => label) })];
  const { id, label, synonyms = [] } = chosen;
  const values = { said, label };
  if (message.kind === 'tap' && message.option === id)
    return [reason('The button "{label}" was tapped', { label })];
  const folded = fold(said);
  if (said.trim() === label.trim() || fold(label) === folded)
    return [reason('"{said}" is the option "{label}"', values)];
  const other = synonyms.find((word) => fold(word) === folded);
  if (other !== undefined) return [reason('"{said}" is another word for "{label}"', values)];
  return [
    /^\d+/.test(folded)
      ? reason('"{said}" is the place of "{label}" in the list', values)
      : reason('"{said}" comes closest to "{label}"', values),
  ];
}
