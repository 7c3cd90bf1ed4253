import type { Dictionary, Entries } from '../lib/dictionary.ts';
import { collectEntries } from '../lib/node-words.ts';
import flows from './flows.th.json';

const ofTypes = import.meta.glob<Entries>('../../nodes/*/th.json', { eager: true, import: 'default' });

/** Thai for the language of flows: what the linter and the router say, and what each node type brings along. */
export const dictionary: Dictionary = collectEntries(ofTypes, flows);
