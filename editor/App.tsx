import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useWords } from './lib/language.tsx';
import { MeProvider } from './lib/MeProvider.tsx';
import { useMe } from './lib/me.ts';
import { usePath } from './lib/route.ts';
import { pages } from './pages.ts';
import { NoPage } from './shell/NoPage.tsx';
import { pageAt } from './shell/page.ts';
import { Shell } from './shell/Shell.tsx';

const SetUpPage = lazy(() => import('./account/SetUpPage.tsx').then((room) => ({ default: room.SetUpPage })));

/** Whoever it is and whichever address they are at: this is what they see. */
export const App = () => (
  <MeProvider>
    <Rooms />
  </MeProvider>
);

const LATER = 'sluice.later';

function Rooms() {
  const { needsSetUp } = useMe();
  const path = usePath();
  const [isLater, setLater] = useState(() => localStorage.getItem(LATER) !== null);
  const later = (): void => {
    localStorage.setItem(LATER, 'yes');
    setLater(true);
  };
  if (needsSetUp && !isLater)
    return (
      <Suspense fallback={<Waiting />}>
        <SetUpPage later={later} />
      </Suspense>
    );
  return (
    <Shell pages={pages}>
      <Suspense fallback={<Waiting />}>
        <Room path={path} />
      </Suspense>
    </Shell>
  );
}

function Room({ path }: { readonly path: string }) {
  const { may } = useMe();
  const at = pageAt(pages, path);
  if (!at) return <NoPage isThere={false} />;
  const { page: Page, needs } = at.found;
  return may(...needs) ? <Page key={at.id} id={at.id} /> : <NoPage isThere />;
}

function Waiting() {
  const { t } = useWords();
  return (
    <Center h="50vh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
