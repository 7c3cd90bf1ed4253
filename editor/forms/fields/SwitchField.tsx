import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Help, useFieldId } from '../FieldFrame.tsx';
import { FieldProblems } from '../FieldProblems.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';

/** Yes or no. */
export function SwitchField({ schema, path, value }: FieldProps) {
  const { set, isReadOnly } = useForm();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const usual = schema.type === 'boolean' ? schema.default : undefined;
  return (
    <div className="field" data-field={path}>
      <div className="field-head">
        <Switch
          id={useFieldId(path)}
          label={schema.title}
          checked={value === undefined ? (usual ?? false) : value === true}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => set(path, currentTarget.checked, 'deed')}
        />
        {schema.description !== undefined && (
          <Help isOpen={isHelpOpen} toggle={() => setHelpOpen(!isHelpOpen)} />
        )}
      </div>
      {isHelpOpen && <p className="field-help">{schema.description}</p>}
      <FieldProblems path={path} />
    </div>
  );
}
