import type { Rehearsal } from '../../server/api/contract.ts';
import { InboundBody, OutboundBody } from './MessageBody.tsx';
import type { Reader } from './say.ts';

type Said = Rehearsal['steps'][number]['messages'][number];

interface BubbleProps {
  readonly said: Said;
  readonly zone: string;
  readonly reader: Reader;
  /** Shows what the message led to. */
  look(): void;
  tap(label: string): void;
  say(line: string): void;
}

/** One message of either side. Those of the contact lead to what happened then. */
export function Bubble({ said, zone, reader, look, tap, say }: BubbleProps) {
  const time = new Intl.DateTimeFormat(reader.locale, {
    timeZone: zone,
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(said.at);
  if (said.from === 'contact')
    return (
      <div className="rbubble-row mine">
        <button type="button" className="rbubble" onClick={look}>
          <InboundBody message={said.message} reader={reader} />
          <span className="rbubble-meta">
            {time} <ReadTicks label={reader.t('read')} />
          </span>
        </button>
      </div>
    );
  return (
    <div className="rbubble-row">
      <div className="rbubble-stack">
        <div className="rbubble">
          <OutboundBody message={said.message} reader={reader} />
          <span className="rbubble-meta">{time}</span>
        </div>
        <Taps message={said.message} reader={reader} tap={tap} say={say} />
      </div>
    </div>
  );
}

/** More options than that arrive as a numbered text. */
const MAX_TAPPABLE = 10;
/** Somewhere in Bangkok. */
export const PLACE = '< <location 13.7563,100.5018 "Bangkok">';

function Taps({
  message,
  reader: { t },
  tap,
  say,
}: { readonly message: (Said & { readonly from: 'us' })['message'] } & Pick<
  BubbleProps,
  'reader' | 'tap' | 'say'
>) {
  if (message.kind === 'askLocation')
    return (
      <button type="button" className="rtap" onClick={() => say(PLACE)}>
        {t('sendLocation')}
      </button>
    );
  if (message.kind !== 'choices' || message.options.length > MAX_TAPPABLE) return null;
  return (
    <fieldset className="rtaps" aria-label={t('options')}>
      {message.options.map(({ id, label, description }) => (
        <button type="button" className="rtap" key={id} onClick={() => tap(label)}>
          {label}
          {description && <small>{description}</small>}
        </button>
      ))}
    </fieldset>
  );
}

function ReadTicks({ label }: { readonly label: string }) {
  return (
    <svg role="img" aria-label={label} className="rticks" width="16" height="10" viewBox="0 0 18 11">
      <path d="M1.500 6 4.800 9.200 11.500 1.500 M7.800 8.400 8.600 9.200 15.300 1.500" />
    </svg>
  );
}
