import type { InboundMessage } from '../../nodes/contract/message.ts';
import { fillSentence, listed, quoted, type Sentence, say } from '../../nodes/contract/sentence.ts';
import type { FITS } from '../../nodes/contract/trigger.ts';
import { type Candidate, type Decision, scopePoints, wordLength } from './route.ts';

/** Why a message went where it went, as one English sentence for people. */
export const explain = (decision: Decision): string => fillSentence(reasonOf(decision));

/** Why a message went where it went, to be put into any language. */
export function reasonOf(decision: Decision): Sentence {
  switch (decision.to) {
    case 'noted':
      return say(NOTED[decision.kind] ?? 'Something is noted; nobody needs to answer it.');
    case 'optOut':
      return say('"{word}" is an opt-out word: the contact is not written to any more.', {
        word: decision.word,
      });
    case 'optIn':
      return say('"{word}" takes the opt-out back.', { word: decision.word });
    case 'owner':
      return say(
        decision.owner === 'agent'
          ? 'An agent owns the conversation, so the bot is silent.'
          : 'The conversation waits for an agent, so the bot is silent.',
      );
    case 'branch':
      return say('A button of an earlier question was tapped, so its own branch "{option}" goes on.', {
        option: decision.option,
      });
    case 'start':
      return started(decision);
    case 'session':
      return say('The waiting question gets the answer.');
    case 'queue':
      return say(QUEUED[decision.until]);
    case 'fallback':
      return say('No trigger matched, so the fallback flow of the number takes it.');
    case 'nobody':
      return say('No trigger matched and the number has no fallback flow: nobody answers.');
  }
}

/** What nobody said. */
const NOTED: { readonly [kind in InboundMessage['kind']]?: string } = {
  reaction: 'A reaction is noted; nobody needs to answer it.',
  edit: 'An edited message is noted; nobody needs to answer it.',
  revoke: 'A deleted message is noted; nobody needs to answer it.',
  system: 'A notice of WhatsApp is noted; nobody needs to answer it.',
};

function started({ interrupts, winner, beaten: [loser] }: Decision & { readonly to: 'start' }): Sentence {
  const { entry, match } = winner;
  const values = {
    what: match.word === undefined ? entry.rule.says : quoted(match.word),
    flow: entry.flowName,
  };
  const clauses = [...(interrupts ? [say('may interrupt')] : []), ...(loser ? [beats(winner, loser)] : [])];
  return clauses.length === 0
    ? say('Matched {what} of {flow}.', values)
    : say('Matched {what} of {flow}, which {clauses}.', { ...values, clauses: listed(clauses) });
}

function beats(winner: Candidate, loser: Candidate): Sentence {
  const { flowName: flow } = loser.entry;
  if (scopePoints(winner.entry) !== scopePoints(loser.entry))
    return say(
      isNarrowerByNumber(winner, loser)
        ? 'beats {flow} because it is limited to this number'
        : 'beats {flow} because it is limited to this tag',
      { flow },
    );
  if (winner.match.fit !== loser.match.fit)
    return say('beats {flow} because {closer} is closer than {other}', {
      flow,
      closer: say(FIT_WORDS[winner.match.fit]),
      other: say(FIT_WORDS[loser.match.fit]),
    });
  return wordLength(winner.match) === wordLength(loser.match)
    ? say("comes before {flow} in the admin's order", { flow })
    : say('beats {flow} because its word is longer', { flow });
}

/** What the winner is limited to and the loser is not: a number, or else a tag. */
const isNarrowerByNumber = (winner: Candidate, loser: Candidate): boolean =>
  winner.entry.rule.scope.numbers.length > 0 && loser.entry.rule.scope.numbers.length === 0;

const QUEUED = {
  answer: 'The flow waits for an outside answer; the message is kept and taken up next.',
  time: 'The flow is in a short pause; the message is kept and taken up next.',
  turn: 'Earlier messages come first; the message is kept and taken up next.',
} as const;

const FIT_WORDS: { readonly [fit in (typeof FITS)[number]]: string } = {
  only: 'the whole message',
  begins: 'the beginning of the message',
  word: 'a word in the message',
  pattern: 'a pattern',
  first: 'a first message',
  any: 'any message',
};
