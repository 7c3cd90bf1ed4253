import { useTexts } from './language.tsx';
import type { Progress } from './wire.ts';

/** One tick: sent; two: with the business; two blue: read by it. */
export function Ticks({ status }: { readonly status: Progress }) {
  const texts = useTexts();
  return (
    <svg
      role="img"
      aria-label={texts[status]}
      className={`ticks ticks-${status}`}
      width="18"
      height="11"
      viewBox="0 0 18 11"
    >
      <path d="M1.500 6 4.800 9.200 11.500 1.500" />
      {status === 'sent' ? null : <path d="M7.800 8.400 8.600 9.200 15.300 1.500" />}
    </svg>
  );
}
