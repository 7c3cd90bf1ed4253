import { Link } from '../../lib/Link.tsx';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../field-props.ts';
import { formatOf } from '../model/shape.ts';
import { ThingSelect } from '../parts/ThingSelect.tsx';
import { thingTexts } from '../texts/thing-texts.ts';
import { useThings } from '../use-things.ts';

/** A connection or a number of the workspace. */
export function ThingField(props: FieldProps) {
  const { schema, path, isRequired } = props;
  const t = useTexts(thingTexts);
  const kind = formatOf(schema) === 'number' ? 'number' : 'connection';
  const things = useThings(kind);
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <ThingSelect {...props} things={things} />
      {things.data?.length === 0 && (
        <p className="field-note">
          {t(kind === 'number' ? 'noNumbers' : 'noConnections')}{' '}
          <Link to={`/settings/${kind}s`}>{t('toSettings')}</Link>
        </p>
      )}
    </FieldFrame>
  );
}
