import type { Route } from './route.ts';
import { contactRoutes } from './routes/contacts.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { explainRoutes } from './routes/explain.ts';
import { flowRoutes } from './routes/flows.ts';
import { journalRoutes } from './routes/journal.ts';
import { keywordRoutes } from './routes/keywords.ts';
import { mediaRoutes } from './routes/media.ts';
import { nodeTypeRoutes } from './routes/node-types.ts';
import { numberRoutes } from './routes/numbers.ts';
import { settingsRoutes } from './routes/settings.ts';
import { thingRoutes } from './routes/things.ts';
import { tryNodeRoutes } from './routes/try-node.ts';
import { variableRoutes } from './routes/variables.ts';
import { versionRoutes } from './routes/versions.ts';

/** Everything the API can do. */
export const routes: readonly Route[] = [
  ...flowRoutes,
  ...versionRoutes,
  ...nodeTypeRoutes,
  ...explainRoutes,
  ...numberRoutes,
  ...thingRoutes,
  ...settingsRoutes,
  ...contactRoutes,
  ...conversationRoutes,
  ...journalRoutes,
  ...variableRoutes,
  ...keywordRoutes,
  ...tryNodeRoutes,
  ...mediaRoutes,
];
