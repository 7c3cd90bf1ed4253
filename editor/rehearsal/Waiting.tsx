import { Button } from '@mantine/core';
import type { Rehearsal } from '../../server/api/contract.ts';
import { type Reader, sayMoment } from './say.ts';
import { spanOf } from './thread.ts';

interface WaitingProps {
  readonly step: Rehearsal['steps'][number];
  readonly zone: string;
  readonly reader: Reader;
  say(line: string): void;
}

const MOST = 3;

/** The moments that are still to come; each can be jumped to. */
export function Waiting({ step: { sessions, at }, zone, say, reader }: WaitingProps) {
  const { t, locale } = reader;
  const timers = sessions.flatMap((session) => session.timers).toSorted((a, b) => a.at - b.at);
  if (timers.length === 0) return null;
  return (
    <ul className="rwaiting plain-list">
      {timers.slice(0, MOST).map((timer) => (
        <li key={`${timer.at} ${timer.purpose}`}>
          <span>{t('timerAt', { what: t(timer.purpose), when: sayMoment(timer.at, zone, locale) })}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => say(`~ ${spanOf(timer.at - at)}`)}>
            {t('jump')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
