import { Tooltip } from '@mantine/core';
import { useTexts, useWords } from '../lib/language.tsx';
import { sparkBars } from './spark-bars.ts';
import { flowsTexts } from './texts.ts';

const WIDTH = 46;
const HEIGHT = 20;

interface SparklineProps {
  /** What is counted. */
  readonly what: string;
  /** One number a day, the last is today. */
  readonly days: readonly number[];
  readonly kind: 'starts' | 'goals';
}

/** A number for seven days, and how it came about day by day. */
export function Sparkline({ what, days, kind }: SparklineProps) {
  const t = useTexts(flowsTexts);
  const { locale } = useWords();
  const numbers = new Intl.NumberFormat(locale);
  const told = t('perDay', { what, days: days.map((n) => numbers.format(n)).join(' · ') });
  const sum = days.reduce((all, n) => all + n, 0);
  return (
    <Tooltip label={told}>
      <span className="spark">
        <span className="spark-sum" data-nothing={sum === 0 || undefined}>
          {numbers.format(sum)}
        </span>
        <svg
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={told}
          className={`spark-bars spark-${kind}`}
        >
          {sparkBars(days, WIDTH, HEIGHT).map(({ isEmpty, ...bar }) => (
            <rect key={bar.x} {...bar} rx={1} data-empty={isEmpty || undefined} />
          ))}
        </svg>
        <span className="spark-what" aria-hidden>
          {what}
        </span>
      </span>
    </Tooltip>
  );
}
