import { lazy, Suspense, useEffect, useState } from 'react';
import { onTiding } from '../lib/tell.ts';

const Tidings = lazy(() => import('./Tidings.tsx').then(({ Tidings }) => ({ default: Tidings })));

/** Fetches what tells things when there is something to tell. */
export function TidingsCorner() {
  const [turn, setTurn] = useState(0);
  useEffect(() => onTiding(() => setTurn((before) => before + 1)), []);
  if (turn === 0) return null;
  return (
    <Suspense fallback={null}>
      <Tidings turn={turn} />
    </Suspense>
  );
}
