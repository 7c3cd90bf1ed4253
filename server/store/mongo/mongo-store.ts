import type { Db } from 'mongodb';
import type { Store } from '../store.ts';
import { mongoContacts } from './contacts.ts';
import { mongoConversations } from './conversations.ts';
import { mongoDocuments } from './documents.ts';
import { mongoFlowTests } from './flow-tests.ts';
import { mongoFlows } from './flows.ts';
import { mongoGoals, mongoJournal } from './journal.ts';
import { mongoMedia } from './media.ts';
import { mongoMessages } from './messages.ts';
import { mongoShifts } from './shifts.ts';
import { mongoSignIns } from './sign-ins.ts';
import { mongoUsers } from './users.ts';
import { mongoWorkspace } from './workspace.ts';

/** The store on any MongoDB, the built-in one included. `processId` tells the writes of one server from another's. */
export const mongoStore = (db: Db, processId: string): Store => ({
  conversations: mongoConversations(db, processId),
  contacts: mongoContacts(db),
  messages: mongoMessages(db),
  shifts: mongoShifts(db),
  journal: mongoJournal(db),
  goals: mongoGoals(db),
  flows: mongoFlows(db),
  flowTests: mongoFlowTests(db),
  numbers: mongoDocuments(db, 'numbers'),
  numberHealth: mongoDocuments(db, 'numberHealth'),
  calendars: mongoDocuments(db, 'calendars'),
  connections: mongoDocuments(db, 'connections'),
  teams: mongoDocuments(db, 'teams'),
  media: mongoMedia(db),
  workspace: mongoWorkspace(db),
  users: mongoUsers(db),
  signIns: mongoSignIns(db),
});
