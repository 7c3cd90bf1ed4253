import type { FailureKind } from '../channel.ts';

/** What a Graph error code means: whose turn it is, and a sentence for people. */
export interface Meaning {
  readonly kind: FailureKind;
  readonly sentence: string;
}

type Row = readonly [code: number, kind: FailureKind, sentence: string];

/** Meta's documented error codes of the Cloud API (page of September 2026) and those seen in the field. */
const ROWS: readonly Row[] = [
  [0, 'blocked', 'The access token of this number is not accepted; it needs a new one.'],
  [1, 'retry', 'WhatsApp had a passing problem.'],
  [2, 'retry', 'WhatsApp is out of order at the moment.'],
  [3, 'blocked', 'The Meta app of this number may not use this function.'],
  [4, 'slow', 'The Meta app makes more calls than it is allowed in an hour.'],
  [10, 'blocked', 'The access token of this number lacks a permission.'],
  [17, 'slow', 'The owner of the access token makes too many calls.'],
  [33, 'blocked', 'This number no longer exists at Meta.'],
  [100, 'refused', 'WhatsApp found a field of this message that it does not allow.'],
  [104, 'blocked', 'The call came without a valid access token or app secret proof.'],
  [190, 'blocked', 'The access token of this number has expired or was revoked; it needs a new one.'],
  [368, 'blocked', 'Meta has blocked this account for a while for breaking its rules.'],
  [613, 'slow', 'The owner of the access token makes too many calls.'],
  [80007, 'slow', 'The WhatsApp account makes more calls than it is allowed in an hour.'],
  [130403, 'recipient', 'This contact is on the block list of the number.'],
  [130429, 'slow', 'This number sends faster than WhatsApp allows.'],
  [130472, 'recipient', 'Meta keeps marketing messages from this contact as part of an experiment.'],
  [130497, 'recipient', 'This business may not send messages to the country of this contact.'],
  [131000, 'retry', 'Something went wrong at WhatsApp.'],
  [131005, 'blocked', 'The access token of this number lacks a permission.'],
  [131008, 'refused', 'This message lacks something that WhatsApp requires.'],
  [131009, 'refused', 'WhatsApp does not allow a value in this message.'],
  [131016, 'retry', 'WhatsApp is out of order at the moment.'],
  [131021, 'recipient', 'A number cannot send messages to itself.'],
  [
    131026,
    'recipient',
    'This contact cannot be reached: not on WhatsApp, an old app, or its terms not accepted.',
  ],
  [131030, 'recipient', 'This is a test number: add the contact to its list of recipients at Meta first.'],
  [131031, 'blocked', 'Meta has locked this account, or the PIN of the number is wrong.'],
  [131037, 'blocked', 'The display name of this number is not approved yet.'],
  [131042, 'blocked', 'Meta could not charge this account: its payment method needs attention.'],
  [131045, 'blocked', 'This number is not registered rightly; register it again.'],
  [131047, 'window', 'More than 24 hours since the contact last wrote: only templates may be sent.'],
  [131048, 'slow', 'Too many contacts blocked or reported this number, so WhatsApp holds it back.'],
  [
    131049,
    'recipient',
    'Meta did not deliver this, because the contact gets enough marketing messages already.',
  ],
  [131050, 'recipient', 'This contact has stopped marketing messages from this business.'],
  [131051, 'refused', 'WhatsApp does not know this kind of message.'],
  [131052, 'refused', 'WhatsApp could not download the file of this message.'],
  [131053, 'refused', 'WhatsApp could not take the file of this message: check its type and size.'],
  [131055, 'refused', 'Only marketing templates may be sent this way.'],
  [131056, 'slowPair', 'Too many messages to this one contact in a short time.'],
  [131057, 'retry', 'This number is in maintenance for a few minutes.'],
  [131059, 'refused', 'The list has changed since this page was asked for; start from the beginning.'],
  [131060, 'refused', 'This message is not available.'],
  [131062, 'refused', 'This kind of message needs a phone number, and this contact shows none.'],
  [131063, 'blocked', 'Marketing templates are switched off for this account.'],
  [131064, 'blocked', 'Meta holds this account back because templates had the wrong category.'],
  [132000, 'refused', 'The template has another number of holes than values were given.'],
  [132001, 'refused', 'There is no approved template of this name in this language.'],
  [132005, 'refused', 'With the values filled in, the template is too long.'],
  [132007, 'refused', 'The template breaks a rule about its letters.'],
  [132012, 'refused', 'A value does not have the form that the template expects.'],
  [132015, 'refused', 'Meta has paused this template because contacts did not like it.'],
  [132016, 'refused', 'Meta has disabled this template for good.'],
  [132018, 'refused', 'WhatsApp does not allow a value given to this template.'],
  [132068, 'refused', 'The WhatsApp form in this message is blocked.'],
  [132069, 'slow', 'The WhatsApp form in this message is held back to ten an hour.'],
  [133000, 'retry', 'The number was not wholly deregistered; do it again.'],
  [133004, 'retry', 'WhatsApp is out of order at the moment.'],
  [133005, 'blocked', 'The PIN of this number is wrong.'],
  [133006, 'blocked', 'This number must be verified again before it can be registered.'],
  [133008, 'blocked', 'The PIN was guessed too often; wait before the next try.'],
  [133009, 'blocked', 'The PIN was entered too fast; wait before the next try.'],
  [133010, 'blocked', 'This number is not registered with WhatsApp yet.'],
  [133015, 'blocked', 'This number was deleted a moment ago; wait five minutes before registering it.'],
  [133016, 'blocked', 'This number was registered too often in the last three days.'],
  [134011, 'blocked', 'The terms for payments in WhatsApp are not accepted.'],
  [134100, 'refused', 'Only marketing templates may be sent this way.'],
  [134101, 'retry', 'The template is still being made ready; that can take ten minutes.'],
  [134102, 'blocked', 'The template cannot be used this way.'],
  [135000, 'refused', 'WhatsApp could not make sense of this message.'],
  [137000, 'recipient', 'The contact has a new device or app: confirm who it is before writing again.'],
  [2388019, 'refused', 'This account has as many templates as it may have.'],
  [2388039, 'refused', 'This template cannot be changed now.'],
  [2388040, 'refused', 'A part of the template is too long.'],
  [2388047, 'refused', 'The header of the template is not allowed as it is.'],
  [2388072, 'refused', 'The body of the template is not allowed as it is.'],
  [2388073, 'refused', 'The footer of the template is not allowed as it is.'],
  [2388293, 'refused', 'The template has too many holes for so little text.'],
  [2388299, 'refused', 'A template can neither begin nor end with a hole.'],
  [2494100, 'retry', 'This number is in maintenance for a few minutes.'],
];

/** The meaning of each known code. */
export const MEANINGS: ReadonlyMap<number, Meaning> = new Map(
  ROWS.map(([code, kind, sentence]) => [code, { kind, sentence }]),
);

type Range = readonly [first: number, last: number, meaning: Meaning];

/** Codes that mean the same by the hundred. */
export const RANGES: readonly Range[] = [
  [200, 299, { kind: 'blocked', sentence: 'The access token of this number lacks a permission.' }],
  [132000, 132999, { kind: 'refused', sentence: 'WhatsApp does not accept this template.' }],
  [133000, 133999, { kind: 'blocked', sentence: 'The registration of this number has a problem.' }],
  [139000, 139999, { kind: 'refused', sentence: 'WhatsApp refused this call or block.' }],
  [147000, 147999, { kind: 'refused', sentence: 'WhatsApp does not accept this business username.' }],
];

/** Subcodes that say more than their code: why a token (190) is dead, and that an id (100) is not ours to use. */
export const SUBCODES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [
    '100/33',
    { kind: 'blocked', sentence: 'Meta does not know this id, or the access token may not use it.' },
  ],
  [
    '190/460',
    { kind: 'blocked', sentence: 'The access token ended with a change of password; it needs a new one.' },
  ],
  [
    '190/463',
    { kind: 'blocked', sentence: 'The access token of this number has expired; it needs a new one.' },
  ],
  [
    '190/467',
    { kind: 'blocked', sentence: 'The access token of this number was revoked; it needs a new one.' },
  ],
]);
