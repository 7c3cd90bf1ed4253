import fc from 'fast-check';
import type { Event } from '../../nodes/contract/event.ts';
import type { InboundMessage } from '../../nodes/contract/message.ts';

/** Words as people and pranksters write them. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', ' ', '\u0000', '1'.repeat(5000), '-'.repeat(5000), '@'.repeat(500), '1,'.repeat(2000)),
  fc.constantFrom('12/12/12/12', '99/99/9999', '+', '٣٫٥', '👍🏽', '__proto__', 'ไม่', '2️⃣', '1e999', '0x10'),
  fc.stringMatching(/^[\d.,:/ +@a-z-]{0,60}$/),
);

const messages: fc.Arbitrary<InboundMessage> = fc.oneof(
  words.map((text) => ({ id: 'm1', kind: 'text' as const, text })),
  fc.tuple(words, words).map(([option, title]) => ({ id: 'm1', kind: 'tap' as const, option, title })),
  words.map((caption) => ({
    ...{ id: 'm1', kind: 'media' as const, media: 'image' as const },
    ...{ mime: 'image/png', caption },
  })),
  fc.tuple(fc.double(), fc.double()).map(([latitude, longitude]) => ({
    ...{ id: 'm1', kind: 'location' as const, latitude, longitude },
  })),
  fc.constant({ id: 'm1', kind: 'unsupported' as const, what: 'poll' }),
  fc.array(fc.dictionary(fc.string(), fc.string())).map((contacts) => ({
    ...{ id: 'm1', kind: 'contacts' as const, contacts },
  })),
);

const occurrence = { id: 'e1', at: 1_772_000_000_000 };
const effect = 'e0/0';

/** Anything that may wake a waiting node. */
export const happenings: fc.Arbitrary<Event> = fc.oneof(
  messages.map((message) => ({ ...occurrence, type: 'messageReceived' as const, message })),
  fc.constant({ ...occurrence, type: 'timerFired' as const, effect }),
  fc.record({ status: fc.integer(), body: fc.jsonValue() }).map(({ status, body }) => ({
    ...{ ...occurrence, type: 'httpAnswered' as const, effect, status },
    body: body as null,
  })),
  fc.jsonValue().map((record) => ({
    ...{ ...occurrence, type: 'crmAnswered' as const, effect, record: record as null },
  })),
  fc.constantFrom('resolved', 'nobody', 'timedOut', 'customerLeft').map((how) => ({
    ...{ ...occurrence, type: 'agentReleased' as const, effect, how },
  })),
  fc.tuple(words, words).map(([code, reason]) => ({
    ...{ ...occurrence, type: 'effectFailed' as const, effect, code, reason },
  })),
  fc.constantFrom('completed', 'expired', 'failed', 'left').map((why) => ({
    ...{ ...occurrence, type: 'flowReturned' as const, why, vars: { total: 3 } },
  })),
);
