import type { Route } from './route.ts';
import { contactRoutes } from './routes/contacts.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { explainRoutes } from './routes/explain.ts';
import { flowTestRoutes } from './routes/flow-tests.ts';
import { flowRoutes } from './routes/flows.ts';
import { journalRoutes } from './routes/journal.ts';
import { nodeTypeRoutes } from './routes/node-types.ts';
import { numberRoutes } from './routes/numbers.ts';
import { rehearsalRoutes } from './routes/rehearsals.ts';
import { settingsRoutes } from './routes/settings.ts';
import { thingRoutes } from './routes/things.ts';
import { versionRoutes } from './routes/versions.ts';

/** Everything the API can do. */
export const routes: readonly Route[] = [
  ...flowRoutes,
  ...versionRoutes,
  ...nodeTypeRoutes,
  ...explainRoutes,
  ...rehearsalRoutes,
  ...flowTestRoutes,
  ...numberRoutes,
  ...thingRoutes,
  ...settingsRoutes,
  ...contactRoutes,
  ...conversationRoutes,
  ...journalRoutes,
];
