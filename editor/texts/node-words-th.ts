import type { Dictionary, Entries } from '../lib/dictionary.ts';
import { collectEntries } from '../lib/node-words.ts';
import api from './api.th.json';
import flows from './flows.th.json';
import refusals from './refusals.th.json';
import whatsapp from './whatsapp.th.json';

const ofTypes = import.meta.glob<Entries>('../../nodes/*/th.json', { eager: true, import: 'default' });

/** Thai for what the server says: the linter and the router, WhatsApp's refusals, and what each node type brings along. */
export const dictionary: Dictionary = {
  ...collectEntries(ofTypes, { ...flows, ...whatsapp, ...api }),
  refusals,
};
