import { type Sentence, say } from './sentence.ts';

/** What a parser of ours says, and what an author makes sense of; what the pattern caught fills the hole `what`. */
type Reading = readonly [said: RegExp, says: string];

const TEMPLATES: readonly Reading[] = [
  [/^output "(.*)" not closed$/s, 'what begins with {what} is not closed with "}}"'],
  [/^tag "(.*)" not closed$/s, 'what begins with {what} is not closed with "%}"'],
  [/^(?:tag|raw) "?(\{%.*%\}).*not closed$/s, 'the part that begins with {what} has no end'],
  [/^tag "(.*)" not found$/s, 'there is no command "{what}" at this place'],
  [/^illegal tag:? (.*)$/s, '{what} is not complete'],
  [/^undefined filter: (.*)$/s, 'there is no filter "{what}"'],
  [/^invalid value expression/, 'a name is missing between the braces'],
  [/^expected "=/, '"=" is missing'],
  [/^expected "\|"/, 'a name holds a character that names cannot have'],
  [/^\[ not closed/, 'a "[" is not closed with "]"'],
  [/limit exceeded/, 'it becomes too long'],
];

const PATTERNS: readonly Reading[] = [
  [/^missing closing \)/, 'a "(" is not closed with ")"'],
  [/^unexpected \)/, 'a ")" was not opened with "("'],
  [/^missing closing \]/, 'a "[" is not closed with "]"'],
  [/^missing argument to repetition operator: `(.*)`$/s, 'nothing stands before {what} that it could repeat'],
  [/^invalid nested repetition operator: `(.*)`$/s, '{what} repeats what is repeated already'],
  [/^invalid repeat count: `(.*)`$/s, '{what} is no number of times'],
  [/^invalid escape sequence: `(.*)`$/s, '{what} has no meaning here'],
  [/^trailing backslash/, 'it ends with a "\\"'],
  [/^invalid or unsupported Perl syntax: `(.*)`$/s, '{what} is not allowed'],
  [/^invalid named capture: `(.*)`$/s, 'the group {what} has no proper name'],
  [/^duplicate capture group name: `(.*)`$/s, 'two groups are called {what}'],
  [/^invalid character class range: `(.*)`$/s, '{what} is no range of letters'],
];

/** Why a text with holes cannot be read; what we have no words for stays as Liquid says it. */
export const templateMistake = (said: string): Sentence => inWords(TEMPLATES, said);

/** Why a pattern cannot be read; what we have no words for stays as RE2 says it. */
export const patternMistake = (said: string): Sentence =>
  inWords(PATTERNS, said.replace(/^error parsing regexp: /, '').replace('`(?i)', '`'));

function inWords(readings: readonly Reading[], said: string): Sentence {
  for (const [pattern, says] of readings) {
    const found = pattern.exec(said);
    if (found) return found[1] === undefined ? say(says) : say(says, { what: found[1] });
  }
  return say('{what}', { what: said.replace(/\.$/, '') });
}
