import type { FITS } from '../../nodes/contract/trigger.ts';
import { type Candidate, type Decision, scopePoints, wordLength } from './route.ts';

/** Why a message went where it went, as one sentence for people. */
export function explain(decision: Decision): string {
  switch (decision.to) {
    case 'noted':
      return `A ${decision.kind} is noted; nobody needs to answer it.`;
    case 'optOut':
      return `"${decision.word}" is an opt-out word: the contact is not written to any more.`;
    case 'optIn':
      return `"${decision.word}" takes the opt-out back.`;
    case 'owner':
      return decision.owner === 'agent'
        ? 'An agent owns the conversation, so the bot is silent.'
        : 'The conversation waits for an agent, so the bot is silent.';
    case 'branch':
      return `A button of an earlier question was tapped, so its own branch "${decision.option}" goes on.`;
    case 'start':
      return `${matched(decision.winner)}${which(decision)}.`;
    case 'session':
      return 'The waiting question gets the answer.';
    case 'queue':
      return `${UNTIL_WORDS[decision.until]}; the message is kept and taken up next.`;
    case 'fallback':
      return 'No trigger matched, so the fallback flow of the number takes it.';
    case 'nobody':
      return 'No trigger matched and the number has no fallback flow: nobody answers.';
  }
}

const matched = ({ entry, match }: Candidate): string =>
  `Matched ${match.word === undefined ? entry.rule.says : `"${match.word}"`} of ${entry.flowName}`;

function which({ interrupts, winner, beaten: [loser] }: Decision & { readonly to: 'start' }): string {
  const clauses = [...(interrupts ? ['may interrupt'] : []), ...(loser ? [beats(winner, loser)] : [])];
  return clauses.length > 0 ? `, which ${clauses.join(' and ')}` : '';
}

function beats(winner: Candidate, loser: Candidate): string {
  const { flowName: name } = loser.entry;
  if (scopePoints(winner.entry) !== scopePoints(loser.entry))
    return `beats ${name} because it is limited to this ${narrowerBy(winner, loser)}`;
  if (winner.match.fit !== loser.match.fit)
    return `beats ${name} because ${FIT_WORDS[winner.match.fit]} is closer than ${FIT_WORDS[loser.match.fit]}`;
  if (wordLength(winner.match) !== wordLength(loser.match)) return `beats ${name} because its word is longer`;
  return `comes before ${name} in the admin's order`;
}

/** What the winner is limited to and the loser is not. */
const narrowerBy = (winner: Candidate, loser: Candidate): string =>
  winner.entry.rule.scope.numbers.length > 0 && loser.entry.rule.scope.numbers.length === 0
    ? 'number'
    : 'tag';

const UNTIL_WORDS = {
  answer: 'The flow waits for an outside answer',
  time: 'The flow is in a short pause',
  turn: 'Earlier messages come first',
} as const;

const FIT_WORDS: { readonly [fit in (typeof FITS)[number]]: string } = {
  only: 'the whole message',
  begins: 'the beginning of the message',
  word: 'a word in the message',
  pattern: 'a pattern',
  first: 'a first message',
  any: 'any message',
};
