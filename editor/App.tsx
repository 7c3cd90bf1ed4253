import { Center, Loader } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useWords } from './lib/language.tsx';
import { usePath } from './lib/route.ts';
import { Shell } from './lib/Shell.tsx';

const FlowsPage = lazy(() => import('./flows/FlowsPage.tsx').then((page) => ({ default: page.FlowsPage })));
const FlowPage = lazy(() => import('./canvas/FlowPage.tsx').then((page) => ({ default: page.FlowPage })));
const LivePage = lazy(() => import('./live/LivePage.tsx').then((page) => ({ default: page.LivePage })));

const pages: { readonly [path: string]: ComponentType } = {
  '/watch': LivePage,
  '/numbers': lazy(() => import('./numbers/NumbersPage.tsx').then((page) => ({ default: page.NumbersPage }))),
  '/numbers/connect': lazy(() =>
    import('./numbers/ConnectNumber.tsx').then((page) => ({ default: page.ConnectNumber })),
  ),
  '/calendars': lazy(() =>
    import('./calendars/CalendarsPage.tsx').then((page) => ({ default: page.CalendarsPage })),
  ),
  '/connections': lazy(() =>
    import('./connections/ConnectionsPage.tsx').then((page) => ({ default: page.ConnectionsPage })),
  ),
  '/teams': lazy(() => import('./teams/TeamsPage.tsx').then((page) => ({ default: page.TeamsPage }))),
};

/** Which page an address shows. */
export function App() {
  const path = usePath();
  return (
    <Shell>
      <Suspense fallback={<Waiting />}>
        <Page path={path} />
      </Suspense>
    </Shell>
  );
}

function Page({ path }: { readonly path: string }) {
  const flow = /^\/flows\/([^/]+)$/.exec(path)?.[1];
  if (flow !== undefined) return <FlowPage key={flow} id={decodeURIComponent(flow)} />;
  const Found = pages[path] ?? FlowsPage;
  return <Found />;
}

function Waiting() {
  const { t } = useWords();
  return (
    <Center h="50vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
