import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { OutboundMessage } from '../../../nodes/contract/message.ts';
import { type Recipient, SendFailure } from '../channel.ts';
import { composeChoices } from './compose-choices.ts';
import { composeLink } from './compose-link.ts';
import { composeMedia } from './compose-media.ts';
import { composeTemplate } from './compose-template.ts';
import { cut } from './cut.ts';
import { present } from './foreign.ts';

const MAX_TEXT = 4096;
const MAX_BODY = 1024;
const MAX_CONTACTS = 257;

/**
 * The body of `POST /{phone_number_id}/messages` for a message under our own id, which comes back in its statuses.
 * What is too long is cut. Throws `SendFailure` (recipient) for a contact without any address.
 */
export const compose = (to: Recipient, message: OutboundMessage, messageId: string): JsonObject => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...addressOf(to),
  ...contentOf(message),
  biz_opaque_callback_data: messageId,
});

/** Without the plus, WhatsApp may put the sender's country code in front of a number. */
function addressOf({ phone, userId }: Recipient): JsonObject {
  const digits = phone?.replace(/\D/g, '');
  if (digits) return { to: `+${digits}` };
  if (userId) return { recipient: userId };
  throw new SendFailure(
    'recipient',
    'no-address',
    'This contact has neither a phone number nor a WhatsApp id.',
  );
}

type Kind = OutboundMessage['kind'];
type ByKind = { readonly [K in Kind]: Extract<OutboundMessage, { readonly kind: K }> };
type Composers = { readonly [K in Kind]: (message: ByKind[K]) => JsonObject };

const COMPOSERS: Composers = {
  text: ({ text, preview }) => ({
    type: 'text',
    text: { body: cut(text, MAX_TEXT), ...(preview === true && { preview_url: true }) },
  }),
  media: composeMedia,
  choices: composeChoices,
  link: composeLink,
  askLocation: ({ text }) => ({
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: cut(text, MAX_BODY) },
      action: { name: 'send_location' },
    },
  }),
  location: ({ latitude, longitude, name, address }) => ({
    type: 'location',
    location: present<JsonObject>({ latitude, longitude, name, address }),
  }),
  contacts: ({ contacts }) => ({ type: 'contacts', contacts: contacts.slice(0, MAX_CONTACTS) }),
  reaction: ({ to, emoji }) => ({ type: 'reaction', reaction: { message_id: to, emoji } }),
  template: composeTemplate,
};

const contentOf = <K extends Kind>(message: ByKind[K]): JsonObject => COMPOSERS[message.kind as K](message);
