import { useEffect } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { type Resource, useResource } from '../lib/resource.ts';

const EVERY_MS = 10_000;

/** The numbers, read again every now and then while somebody looks. */
export function useNumbers(everyMs = EVERY_MS): Resource<readonly NumberView[]> {
  const numbers = useResource<readonly NumberView[]>('/numbers');
  const { reload } = numbers;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return numbers;
}
