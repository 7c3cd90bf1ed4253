import type { FlowSummary } from '../../../server/api/contract.ts';
import { Link } from '../../lib/Link.tsx';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../field-props.ts';
import { ThingSelect } from '../parts/ThingSelect.tsx';
import { thingTexts } from '../texts/thing-texts.ts';
import { useThings } from '../use-things.ts';

/** Another flow; what is not live yet says so. */
export function FlowField(props: FieldProps) {
  const { schema, path, value, isRequired } = props;
  const t = useTexts(thingTexts);
  const flows = useThings<FlowSummary>('flow');
  const chosen = flows.data?.find(({ id }) => id === value);
  const isLive = (id: string) => flows.data?.some((flow) => flow.id === id && flow.live !== undefined);
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <ThingSelect {...props} things={flows} mark={({ id }) => (isLive(id) ? '' : t('notLive'))} />
      {chosen && (
        <p className="field-note">
          {chosen.live === undefined && `${t('notLiveWhy')} `}
          <Link to={`/flows/${encodeURIComponent(chosen.id)}`}>{t('openFlow', { name: chosen.name })}</Link>
        </p>
      )}
    </FieldFrame>
  );
}
