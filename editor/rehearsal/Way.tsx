import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Reason } from '../../nodes/contract/reason.ts';
import type { Rehearsal } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { Part } from './Part.tsx';
import { type Reader, sayReason } from './say.ts';

type Happened = Rehearsal['steps'][number]['happened'];

interface WayProps {
  readonly happened: Happened;
  readonly flow: string;
  readonly reader: Reader;
}

/** The nodes that were passed, each with its reasons; a click leads to it on the canvas. */
export function Way({ happened, flow, reader }: WayProps) {
  const { t } = reader;
  const visited = happened.flatMap((event, i) =>
    event.visited.map((visit, n) => ({ ...visit, key: `${i} ${n}` })),
  );
  const ended = happened.flatMap((event) => event.ended);
  if (visited.length === 0 && ended.length === 0) return null;
  return (
    <Part title={t('path')}>
      <ol className="rway plain-list">
        {visited.map(({ key, ...visit }) => (
          <Stop key={key} visit={visit} isOwn={visit.flow.id === flow} reader={reader} />
        ))}
      </ol>
      {ended.map(({ session, why, detail = '' }) => (
        <p key={session} className={why === 'failed' ? 'rway-end bad' : 'rway-end'}>
          {t(ENDS[why], { detail })}
        </p>
      ))}
    </Part>
  );
}

const ENDS = {
  completed: 'endedCompleted',
  expired: 'endedExpired',
  failed: 'endedFailed',
  left: 'endedLeft',
} as const;

interface StopProps {
  readonly visit: Happened[number]['visited'][number];
  /** It belongs to the flow on the canvas. */
  readonly isOwn: boolean;
  readonly reader: Reader;
}

function Stop({ visit: { node, title, port, why, flow }, isOwn, reader }: StopProps) {
  const lookAt = useDesk((desk) => desk.lookAt);
  const ports = useDesk((desk) => desk.ports);
  const box = useDesk(({ document }) => document.graph.nodes.find(({ id }) => id === node));
  const type = useDesk(({ types }) => types.get(box?.type ?? ''));
  const { portLabel } = useNodeWords();
  const way = isOwn ? ports[node]?.find(({ id }) => id === port) : undefined;
  const label = (way && portLabel(box?.type ?? '', way)) || port;
  // A box without a name of its own is called by its kind, in the reader's language.
  const called = isOwn && !box?.title && type ? type.title : title;
  const name = (
    <>
      <strong>{called}</strong>
      {label !== undefined && <span className="rway-port"> → {label}</span>}
      {!isOwn && <span className="rway-port"> ({reader.t('otherFlow', { flow: flow.id })})</span>}
    </>
  );
  return (
    <li>
      {isOwn ? <UnstyledButton onClick={() => lookAt(node)}>{name}</UnstyledButton> : name}
      {why.length > 0 && (
        <ul className="rwhy plain-list" aria-label={reader.t('why')}>
          {why.map((reason, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons stand in their order and never change
            <Fact key={`${i} ${reason.says}`} reason={reason} reader={reader} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Fact({ reason, reader }: { readonly reason: Reason; readonly reader: Reader }) {
  const { holds } = reason;
  return (
    <li>
      {holds === true && <IconCheck size={14} className="good" aria-hidden />}
      {holds === false && <IconX size={14} className="bad" aria-hidden />}
      <span>{sayReason(reason, reader)}</span>
    </li>
  );
}
