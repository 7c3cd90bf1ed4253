import { fold } from '../../../../nodes/contract/keywords.ts';
import { type Filling, fillSentence, listed, quoted, say } from '../../../../nodes/contract/sentence.ts';
import type { Incoming, TriggerMatch } from '../../../../nodes/contract/trigger.ts';
import { bySpecificity, scopePoints } from '../../route.ts';
import type { TriggerEntry } from '../../world.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** A trigger, and one message it would start on. */
interface Claim {
  readonly key: string;
  readonly entry: TriggerEntry;
  readonly match: TriggerMatch;
  /** How sentences name it; only this flow's own triggers have names. */
  readonly name?: Filling;
}

/** Triggers that the same message starts, equally well: of this flow among themselves, and with other live flows. */
export function findKeywordClashes(flow: Survey): readonly Problem[] {
  const own = ownClaims(flow);
  const wanted = new Set(own.map(({ key }) => key));
  const others = (flow.context.triggers ?? [])
    .filter((entry) => entry.flow.id !== flow.context.flow?.id)
    .flatMap((entry) => claimsOf(entry))
    .filter(({ key }) => wanted.has(key));
  const rivals = Map.groupBy([...own, ...others], ({ key }) => key);
  const clashes = new Map<string, [Claim, Claim][]>();
  for (const [place, claim] of own.entries())
    for (const rival of rivals.get(claim.key) ?? []) {
      const later = rival.name === undefined || own.indexOf(rival) > place;
      if (!later || rival.entry === claim.entry || !sameScope(claim.entry, rival.entry)) continue;
      const pair = JSON.stringify([claim.entry.node, rival.entry.flow.id, rival.entry.node]);
      clashes.set(pair, [...(clashes.get(pair) ?? []), [claim, rival]]);
    }
  return [...clashes.values()].map(tell);
}

function ownClaims({ nodes, context }: Survey): readonly Claim[] {
  const { id = '', name = 'this flow', order = Number.MAX_SAFE_INTEGER } = context.flow ?? {};
  return nodes.flatMap(({ id: node, name: title, trigger: rule }) =>
    rule
      ? claimsOf({ flow: { id, version: 0 }, flowName: name, order, node, rule }).map((claim) => ({
          ...claim,
          name: title,
        }))
      : [],
  );
}

/** The messages a trigger starts on, as far as it tells: its words, or any message, or a first one. */
function claimsOf(entry: TriggerEntry): readonly Claim[] {
  const { rule } = entry;
  const probes = rule.words?.map((word) => saying(word, false)) ?? [
    saying(ANYTHING, false),
    saying(ANYTHING, true),
  ];
  const claims = probes.flatMap((incoming): readonly Claim[] => {
    const match = rule.match(incoming);
    return match ? [{ key: JSON.stringify([match.fit, fold(match.word ?? '')]), entry, match }] : [];
  });
  const distinct = [...new Map(claims.map((claim) => [claim.key, claim])).values()];
  // What starts on none of these is at least the same as another that says the same of itself.
  return distinct.length > 0
    ? distinct
    : [{ key: fillSentence(rule.says), entry, match: { fit: 'pattern' } }];
}

/** A letter for private use, which no keyword holds. */
const ANYTHING = '\ue000';

const saying = (text: string, first: boolean): Incoming => ({
  message: { id: '', kind: 'text', text },
  contact: { id: '', address: '', tags: [], fields: {} },
  number: '',
  first,
});

/** Some message would be in both scopes, and neither scope is closer. */
const sameScope = (a: TriggerEntry, b: TriggerEntry): boolean =>
  scopePoints(a) === scopePoints(b) &&
  meet(a.rule.scope.numbers, b.rule.scope.numbers) &&
  meet(a.rule.scope.tags, b.rule.scope.tags);

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((item) => b.includes(item));

function tell(pairs: readonly (readonly [Claim, Claim])[]): Problem {
  const [[claim, rival] = []] = pairs;
  if (!claim || !rival) throw new Error('a clash is between two');
  const { name: own = '' } = claim;
  const other = rival.name ?? say('the flow "{flow}"', { flow: rival.entry.flowName });
  const words = [...new Set(pairs.flatMap(([{ match }]) => (match.word === undefined ? [] : [match.word])))];
  const values = { own, other, what: words.length > 0 ? listed(words.map(quoted)) : claim.entry.rule.says };
  const where = { node: claim.entry.node };
  const decided = bySpecificity(claim, rival);
  if (decided === 0)
    return problem(
      'keyword-tie',
      say(
        '{own} and {other} both start on {what}, and nothing decides between them; change the words, the numbers or the tags of one.',
        values,
      ),
      where,
    );
  return problem(
    'keyword-overlap',
    decided < 0
      ? say(
          '{own} and {other} both start on {what}; this flow wins, because it comes first in your order, so {other} never gets it. Change the words of one, or the order of the flows.',
          values,
        )
      : say(
          '{own} and {other} both start on {what}; {other} wins, because it comes first in your order, so {own} never gets it. Change the words of one, or the order of the flows.',
          values,
        ),
    where,
  );
}
