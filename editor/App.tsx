import { Center, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from './lib/language.tsx';
import { usePath } from './lib/route.ts';
import { Shell } from './lib/Shell.tsx';

const FlowsPage = lazy(() => import('./flows/FlowsPage.tsx').then((page) => ({ default: page.FlowsPage })));
const FlowPage = lazy(() => import('./studio/FlowPage.tsx').then((page) => ({ default: page.FlowPage })));
const LivePage = lazy(() => import('./live/LivePage.tsx').then((page) => ({ default: page.LivePage })));

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
  return path === '/watch' ? <LivePage /> : <FlowsPage />;
}

function Waiting() {
  const { t } = useWords();
  return (
    <Center h="50vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
