import type { Route } from './route.ts';
import { contactRoutes } from './routes/contacts.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { exampleRoutes } from './routes/examples.ts';
import { explainRoutes } from './routes/explain.ts';
import { flowFileRoutes } from './routes/flow-files.ts';
import { flowListRoutes } from './routes/flow-list.ts';
import { flowRoutes } from './routes/flows.ts';
import { journalRoutes } from './routes/journal.ts';
import { nodeTypeRoutes } from './routes/node-types.ts';
import { numberRoutes } from './routes/numbers.ts';
import { settingsRoutes } from './routes/settings.ts';
import { thingRoutes } from './routes/things.ts';
import { versionRoutes } from './routes/versions.ts';

/** Everything the API can do. */
export const routes: readonly Route[] = [
  ...flowRoutes,
  ...flowListRoutes,
  ...flowFileRoutes,
  ...exampleRoutes,
  ...versionRoutes,
  ...nodeTypeRoutes,
  ...explainRoutes,
  ...numberRoutes,
  ...thingRoutes,
  ...settingsRoutes,
  ...contactRoutes,
  ...conversationRoutes,
  ...journalRoutes,
];
