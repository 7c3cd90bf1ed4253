import type { Route } from './route.ts';
import { connectionRoutes } from './routes/connections.ts';
import { contactRoutes } from './routes/contacts.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { exampleRoutes } from './routes/examples.ts';
import { explainRoutes } from './routes/explain.ts';
import { flowFileRoutes } from './routes/flow-files.ts';
import { flowListRoutes } from './routes/flow-list.ts';
import { flowTestRoutes } from './routes/flow-tests.ts';
import { flowRoutes } from './routes/flows.ts';
import { journalRoutes } from './routes/journal.ts';
import { keywordRoutes } from './routes/keywords.ts';
import { manyNumberRoutes } from './routes/many-numbers.ts';
import { meRoutes } from './routes/me.ts';
import { mediaRoutes } from './routes/media.ts';
import { nodeTypeRoutes } from './routes/node-types.ts';
import { numberRoutes } from './routes/numbers.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { rehearsalRoutes } from './routes/rehearsals.ts';
import { settingsRoutes } from './routes/settings.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { thingRoutes } from './routes/things.ts';
import { tryNodeRoutes } from './routes/try-node.ts';
import { userRoutes } from './routes/users.ts';
import { variableRoutes } from './routes/variables.ts';
import { versionRoutes } from './routes/versions.ts';

/** Everything the API can do. */
export const routes: readonly Route[] = [
  ...flowRoutes,
  ...flowListRoutes,
  ...flowFileRoutes,
  ...exampleRoutes,
  ...versionRoutes,
  ...publishingRoutes,
  ...nodeTypeRoutes,
  ...explainRoutes,
  ...rehearsalRoutes,
  ...flowTestRoutes,
  ...numberRoutes,
  ...manyNumberRoutes,
  ...thingRoutes,
  ...connectionRoutes,
  ...settingsRoutes,
  ...contactRoutes,
  ...conversationRoutes,
  ...journalRoutes,
  ...signInRoutes,
  ...meRoutes,
  ...userRoutes,
  ...variableRoutes,
  ...keywordRoutes,
  ...tryNodeRoutes,
  ...mediaRoutes,
];
