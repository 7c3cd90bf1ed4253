import { Text } from '@mantine/core';
import type { Json } from '../../nodes/contract/json.ts';
import type { Rehearsal } from '../../server/api/contract.ts';
import { Part } from './Part.tsx';
import { type Reader, sayValue } from './say.ts';
import { type SessionAtStep, sessionsAt, type VariableView } from './variables.ts';

interface VariablesProps {
  readonly steps: Rehearsal['steps'];
  readonly place: number;
  readonly reader: Reader;
}

/** What each session knows after a step, with what the step changed; and how the contact changed. */
export function Variables({ steps, place, reader }: VariablesProps) {
  const { t } = reader;
  const step = steps[place];
  return (
    <>
      {sessionsAt(steps, place).map((session) => (
        <SessionPart key={`${session.session.id} ${session.session.state}`} at={session} reader={reader} />
      ))}
      {step && step.changed.length > 0 && (
        <Part title={t('contactChanged')}>
          <dl className="rvars">
            {step.changed.map((name) => (
              <div key={name} data-changed>
                <dt>{name}</dt>
                <dd>{sayValue(partOf(step.contact, name), reader)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </>
  );
}

function SessionPart({
  at: { session, variables },
  reader,
}: {
  readonly at: SessionAtStep;
  readonly reader: Reader;
}) {
  const { t } = reader;
  const isOver = session.state !== 'front' && session.state !== 'behind';
  const title = `${t('variables')} · ${t(isOver ? 'sessionEnded' : 'session', { flow: session.name })}`;
  return (
    <Part title={title}>
      {variables.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noVariables')}
        </Text>
      )}
      <dl className="rvars">
        {variables.map((variable) => (
          <Variable key={variable.name} variable={variable} reader={reader} />
        ))}
      </dl>
    </Part>
  );
}

function Variable({
  variable: { name, value, before, isChanged },
  reader,
}: {
  readonly variable: VariableView;
  readonly reader: Reader;
}) {
  return (
    <div data-changed={isChanged || undefined}>
      <dt>{name}</dt>
      <dd>
        {sayValue(value, reader)}
        {before !== undefined && <small> {reader.t('was', { value: sayValue(before, reader) })}</small>}
      </dd>
    </div>
  );
}

/** `fields.city`: only fields of the contact are nested, and their own names may hold anything. */
function partOf(contact: Rehearsal['steps'][number]['contact'], name: string): Json {
  if (name.startsWith('fields.')) return contact.fields[name.slice('fields.'.length)] ?? null;
  return (new Map<string, Json>(Object.entries(contact)).get(name) ?? null) as Json;
}
