import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { Channel } from '../channel.ts';
import { compose } from './compose.ts';
import { failureOf, unreadable } from './failures.ts';
import { objectsIn, textIn } from './foreign.ts';
import { type GraphAnswer, type GraphOptions, objectOf, openGraph } from './graph.ts';
import { type GraphMedia, graphMedia } from './media.ts';
import { type GraphNumbers, graphNumbers } from './numbers.ts';
import { type GraphTemplates, graphTemplates } from './templates.ts';

/** Everything we ask of WhatsApp's Cloud API. Every refusal is a `SendFailure`; tokens stand in no error and no log. */
export interface GraphClient extends Channel, GraphMedia, GraphNumbers, GraphTemplates {
  /** Waits for the calls under way and lets the connections go. */
  close(): Promise<void>;
}

/** Opens WhatsApp's Cloud API, or the virtual one. */
export function createGraphClient(options: GraphOptions): GraphClient {
  const graph = openGraph(options);
  const media = graphMedia(graph);
  return {
    async send(number, to, message, messageId) {
      const body = JSON.stringify(compose(to, message, messageId));
      const path = `${encodeURIComponent(number.id)}/messages`;
      return { channelId: receiptIn(await graph.call({ method: 'POST', path, token: number.token, body })) };
    },
    async markRead(number, inboundId, typing) {
      const body = JSON.stringify(readMark(inboundId, typing));
      const path = `${encodeURIComponent(number.id)}/messages`;
      await graph.ask({ method: 'POST', path, token: number.token, body });
    },
    ...media,
    ...graphNumbers(graph),
    ...graphTemplates(graph),
    async close() {
      await Promise.all([graph.close(), media.close()]);
    },
  };
}

/** The id WhatsApp gave a message. Throws `SendFailure` when there is none. */
function receiptIn({ status, body }: GraphAnswer): string {
  if (status < 200 || status >= 300) throw failureOf(status, body);
  const [message] = objectsIn(objectOf(body) ?? {}, 'messages');
  const id = message && textIn(message, 'id');
  if (id === undefined) throw unreadable(status, body);
  return id;
}

/** Typing shows until the answer comes, at most 25 seconds; WhatsApp ties it to the mark of a read message. */
const readMark = (inboundId: string, typing: boolean): JsonObject => ({
  messaging_product: 'whatsapp',
  status: 'read',
  message_id: inboundId,
  ...(typing && { typing_indicator: { type: 'text' } }),
});
