import { expect, test } from 'vitest';
import type { Effect } from '../../nodes/contract/effect.ts';
import type { OutboundMessage } from '../../nodes/contract/message.ts';
import { showEffect } from '../../server/rehearsal/show-effect.ts';
import { showMessage } from '../../server/rehearsal/show-message.ts';

test.each<[OutboundMessage, string]>([
  [
    { kind: 'media', media: 'image', link: 'https://x.test/a.jpg', caption: 'Ours' },
    '<image https://x.test/a.jpg "Ours">',
  ],
  [{ kind: 'media', media: 'document', id: '7', filename: 'a.pdf' }, '<document 7 a.pdf>'],
  [{ kind: 'link', text: 'Look:', label: 'Open', url: 'https://x.test' }, 'Look: [Open: https://x.test]'],
  [{ kind: 'askLocation', text: 'Where?' }, 'Where? [Send location]'],
  [{ kind: 'location', latitude: 1.5, longitude: 2, name: 'Shop' }, '<location 1.5,2 "Shop">'],
  [{ kind: 'reaction', to: 'm', emoji: '👍' }, '<reaction 👍>'],
  [{ kind: 'template', name: 'hello', language: 'en', body: ['a', 'b'] }, '<template hello en (a, b)>'],
  [
    { kind: 'choices', text: 'Tea?', options: [{ id: 'y', label: 'Yes' }], header: 'H', footer: 'F' },
    'H\nTea? [Yes]\nF',
  ],
  [
    { kind: 'choices', text: 'Size?', options: [{ id: 's', label: 'S', description: 'small' }] },
    'Size?\n[S] small',
  ],
])('shows %j', (message, text) => {
  expect(showMessage(message)).toBe(text);
});

test.each<[Effect, readonly string[]]>([
  [{ type: 'sendMessage', message: { kind: 'text', text: 'a\n\nb ' } }, ['> a\n\n  b']],
  [{ type: 'startTimer', at: 5_430_000, purpose: 'followUp' }, ['* timer 1h 30m 30s (follow-up)']],
  [{ type: 'crmLookup', connection: 'c', find: 'personByPhone', value: '66' }, ['* crm person by phone 66']],
  [{ type: 'handOver', priority: 'normal' }, ['* hand over']],
  [{ type: 'reachGoal', goal: 'lead', value: 120 }, ['* goal lead 120']],
  [
    {
      type: 'updateContact',
      patch: { addTags: ['vip'], removeTags: ['old'], fields: { city: 'Bangkok' }, optedOut: true },
    },
    ['* tag +vip -old', '* field city=Bangkok', '* set optedOut'],
  ],
  [
    {
      type: 'httpRequest',
      connection: 'crm',
      method: 'POST',
      url: '/a',
      headers: {},
      body: '{}',
      timeoutMs: 1,
    },
    ['* http POST /a (crm)\n  {}'],
  ],
])('shows %j', (effect, lines) => {
  expect(showEffect(effect, 0)).toEqual(lines);
});
