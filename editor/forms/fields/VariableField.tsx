import { Autocomplete } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { formats, GIVEN } from '../../../nodes/contract/formats.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { sampleOf } from '../parts/sample-of.ts';
import { variableTexts } from '../texts/variable-texts.ts';
import { emptied } from './TextField.tsx';

/** What a node hands over is known in the other flow, not here. */
const OF_ANOTHER_FLOW = /^input\.\d+\.name$/;

/** The name of a variable that the node sets. */
export function VariableField({ schema, path, value, isRequired }: FieldProps) {
  const t = useTexts(variableTexts);
  const { set, isReadOnly, around, problems } = useForm();
  const name = typeof value === 'string' ? value : '';
  const known = (around.variables?.known ?? []).filter(({ from }) => from !== 'given');
  const isOthers = known.some(
    (one) =>
      one.name === name && (one.from === 'input' || one.setBy.some(({ node }) => node !== around.node)),
  );
  const isSaid = problems.some(({ field }) => field === path);
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <Autocomplete
        id={useFieldId(path)}
        value={name}
        data={[...new Set(known.map((one) => one.name))]}
        placeholder={sampleOf(schema)}
        readOnly={isReadOnly}
        leftSection={<IconBraces size={15} aria-hidden />}
        {...useInvalid(path)}
        onChange={(next) => set(path, emptied(next.trimStart().replace(/\s+/g, '_'), isRequired))}
      />
      {!isSaid && <Remark name={name} isKnown={isOthers} />}
      {name !== '' && formats.variable(name) && !OF_ANOTHER_FLOW.test(path) && (
        <p className="field-note">{t('readAs', { name: `{{ ${name} }}` })}</p>
      )}
    </FieldFrame>
  );
}

/** What is wrong with a name, at once, before the server has looked at it. */
function Remark({ name, isKnown }: { readonly name: string; readonly isKnown: boolean }) {
  const t = useTexts(variableTexts);
  if (name === '') return null;
  if (GIVEN.includes(name)) return <p className="field-note bad">{t('taken', { name })}</p>;
  if (!formats.variable(name)) return <p className="field-note bad">{t('malformed')}</p>;
  return isKnown ? <p className="field-note">{t('overwrites', { name })}</p> : null;
}
