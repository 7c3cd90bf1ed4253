import { Switch } from '@mantine/core';
import { useRef, useState } from 'react';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { Help, useFieldId } from '../FieldFrame.tsx';
import { FieldProblems } from '../FieldProblems.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { freshValue } from '../model/shape.ts';
import { ObjectFields } from '../ObjectFields.tsx';

/** Several settings that belong together; those that may be left out are switched on and off as one. */
export function GroupField(props: FieldProps) {
  const { schema, value } = props;
  return (
    <Optional {...props}>
      {schema.type === 'object' && isObject(value) && (
        <ObjectFields schema={schema} path={props.path} value={value} />
      )}
    </Optional>
  );
}

/** A group with its switch. What was in it when it was switched off comes back when it is switched on again. */
export function Optional({
  schema,
  path,
  value,
  isRequired,
  children,
}: FieldProps & { readonly children: React.ReactNode }) {
  const { set, isReadOnly } = useForm();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const before = useRef<Json>(undefined);
  const isOn = value !== undefined;
  const id = useFieldId(path);
  const flip = (wanted: boolean) => {
    if (!wanted) before.current = value;
    set(path, wanted ? (before.current ?? freshValue(schema)) : undefined, 'deed');
  };
  return (
    <fieldset className="group" data-field={path} data-on={isOn} aria-labelledby={`${id}-label`}>
      <div className="field-head">
        {isRequired ? (
          <span id={`${id}-label`} className="field-label">
            {schema.title}
          </span>
        ) : (
          <Switch
            id={id}
            label={<span id={`${id}-label`}>{schema.title}</span>}
            checked={isOn}
            disabled={isReadOnly}
            onChange={({ currentTarget }) => flip(currentTarget.checked)}
          />
        )}
        {schema.description !== undefined && (
          <Help isOpen={isHelpOpen} toggle={() => setHelpOpen(!isHelpOpen)} />
        )}
      </div>
      {isHelpOpen && <p className="field-help">{schema.description}</p>}
      {isOn && <div className="group-fields">{children}</div>}
      <FieldProblems path={path} />
    </fieldset>
  );
}
