import type { Sample } from '../../nodes/contract/flow.ts';
import type { ChatLine, Deed } from './chat.ts';
import { askedBy } from './open-requests.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Awaited, Stage } from './stage.ts';

/** What the outside answers without being asked: the samples that are pinned to the nodes of a flow. */
export interface Answering {
  readonly flow: string;
  readonly samples: { readonly [node: string]: Sample };
}

/**
 * The line that answers an open request as its node's sample says; nothing when the chat itself goes on with an
 * answer. A line answers the oldest request of its kind, so only those are asked about.
 */
export function answerFromSample(
  stage: Stage,
  answering: Answering,
  next: Deed | undefined,
): ChatLine | undefined {
  if (next && ANSWERS.has(next.does)) return undefined;
  for (const awaited of oldestOfEachKind(stage.open)) {
    const asked = askedBy(stage, awaited.effect);
    if (asked?.flow.id !== answering.flow) continue;
    const sample = Object.hasOwn(answering.samples, asked.node) ? answering.samples[asked.node] : undefined;
    if (!sample || !fits(sample, awaited, stage.open)) continue;
    const text = answerText(sample);
    const deed = parseAnswer(text);
    if (typeof deed !== 'string') return { raw: `~ ${text}`, deed };
  }
  return undefined;
}

const ANSWERS: ReadonlySet<Deed['does']> = new Set<Deed['does']>(['answer', 'find', 'fail']);

const oldestOfEachKind = (open: readonly Awaited[]): readonly Awaited[] =>
  open.filter(({ type }, i) => open.findIndex((other) => other.type === type) === i);

/** A failure is given to the oldest request of any kind. */
function fits({ is }: Sample, { type, effect }: Awaited, [oldest]: readonly Awaited[]): boolean {
  if (is === 'failure') return oldest?.effect === effect;
  return is === (type === 'httpRequest' ? 'http' : 'record');
}

/** A sample as a chat has it after `~`. */
export function answerText(sample: Sample): string {
  switch (sample.is) {
    case 'http':
      return `${sample.status} ${JSON.stringify(sample.body)}`;
    case 'record':
      return sample.record === null ? 'no record' : `record ${JSON.stringify(sample.record)}`;
    case 'failure':
      return sample.code === 'timeout'
        ? 'timeout'
        : `failed ${sample.reason.replace(/\s+/g, ' ').trim() || sample.code}`;
  }
}
