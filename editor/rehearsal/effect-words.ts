import type { ContactPatch } from '../../nodes/contract/contact.ts';
import type { Effect } from '../../nodes/contract/effect.ts';
import type { Json } from '../../nodes/contract/json.ts';
import type { OutboundMessage } from '../../nodes/contract/message.ts';
import { type Reader, sayMoment, sayValue } from './say.ts';

/** What an effect would do, as lines for people. */
export function effectWords(effect: Effect, zone: string, reader: Reader): readonly string[] {
  const { t, locale } = reader;
  switch (effect.type) {
    case 'sendMessage':
      return [t('effSend', { text: messageWords(effect.message) })];
    case 'updateContact':
      return patchWords(effect.patch, reader);
    case 'startTimer':
      return [t('effTimer', { what: t(effect.purpose), when: sayMoment(effect.at, zone, locale) })];
    case 'httpRequest':
      return [t('effHttp', { what: `${effect.method} ${effect.connection ?? ''}${effect.url}` })];
    case 'crmLookup':
      return [t('effCrm', { what: `${effect.find} ${effect.value}` })];
    case 'handOver': {
      const team = effect.team === undefined ? '' : t('ofTeam', { team: effect.team });
      return [t('effHandOver', { team, note: effect.note === undefined ? '' : `: ${effect.note}` })];
    }
    case 'reachGoal':
      return [
        t('effGoal', { goal: effect.goal, value: effect.value === undefined ? '' : ` (${effect.value})` }),
      ];
  }
}

function patchWords({ addTags = [], removeTags = [], fields = {}, ...set }: ContactPatch, reader: Reader) {
  const { t } = reader;
  const tags = [...addTags.map((tag) => `+${tag}`), ...removeTags.map((tag) => `−${tag}`)].join(' ');
  const kept = (name: string, value: Json) => ({ name, value: sayValue(value, reader) });
  return [
    ...(tags === '' ? [] : [t('effTag', { tags })]),
    ...Object.entries(fields).map(([name, value]) => t('effField', kept(name, value))),
    ...Object.entries(set).map(([name, value]) => t('effSet', kept(name, value))),
  ];
}

/** The words of a message of ours, in one line. */
export function messageWords(message: OutboundMessage): string {
  switch (message.kind) {
    case 'text':
    case 'askLocation':
    case 'link':
      return message.text;
    case 'choices':
      return `${message.text} ${message.options.map(({ label }) => `[${label}]`).join(' ')}`;
    case 'media':
      return [message.filename ?? message.media, message.caption].filter(Boolean).join(': ');
    case 'template':
      return message.name;
    case 'reaction':
      return message.emoji;
    default:
      return message.kind;
  }
}
