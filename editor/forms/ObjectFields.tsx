import { Button, Collapse } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import { useTexts } from '../lib/language.tsx';
import { FieldSlot } from './FieldSlot.tsx';
import { useForm } from './FormContext.tsx';
import { hintPath, inside, isWithin, straysOf } from './model/shape.ts';
import { Strays } from './Strays.tsx';
import { formTexts } from './texts/form-texts.ts';

interface ObjectFieldsProps {
  readonly schema: ObjectSchema;
  readonly path: string;
  readonly value: JsonObject;
  /** Fields that somebody else draws. */
  readonly without?: readonly string[];
}

/** The fields of an object: those that matter, those that are rarely needed, and what the schema does not know. */
export function ObjectFields({ schema, path, value, without = [] }: ObjectFieldsProps) {
  const { hints, value: whole } = useForm();
  const names = Object.keys(schema.properties).filter((name) => {
    if (without.includes(name)) return false;
    const isUseful = path !== '' || (hints.isUseful?.(name, whole) ?? true);
    return isUseful || Object.hasOwn(value, name);
  });
  const isRare = (name: string) => hints.rare?.includes(hintPath(inside(path, name))) ?? false;
  const slot = (name: string) => {
    const field = schema.properties[name];
    return field ? (
      <FieldSlot
        key={name}
        schema={field}
        path={inside(path, name)}
        value={Object.hasOwn(value, name) ? value[name] : undefined}
        isRequired={schema.required?.includes(name) ?? false}
      />
    ) : null;
  };
  const rare = names.filter(isRare);
  return (
    <>
      {names.filter((name) => !isRare(name)).map(slot)}
      {rare.length > 0 && (
        <More
          paths={rare.map((name) => inside(path, name))}
          filled={rare.filter((name) => Object.hasOwn(value, name)).length}
        >
          {rare.map(slot)}
        </More>
      )}
      <Strays path={path} values={straysOf(schema, value)} />
    </>
  );
}

interface MoreProps {
  readonly paths: readonly string[];
  /** How many of them hold a value. */
  readonly filled: number;
  readonly children: React.ReactNode;
}

function More({ paths, filled, children }: MoreProps) {
  const t = useTexts(formTexts);
  const { problems, aim } = useForm();
  const holds = (field: string) => paths.some((path) => isWithin(field, path));
  const isTroubled = problems.some(({ field }) => holds(field));
  const [isOpen, setOpen] = useState(filled > 0 || isTroubled);
  const isAimedAt = aim !== undefined && holds(aim.field);
  useEffect(() => {
    if (isAimedAt || isTroubled) setOpen(true);
  }, [isAimedAt, isTroubled]);
  return (
    <div className="form-more">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        rightSection={
          isOpen ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
        }
      >
        {filled > 0 && !isOpen ? t('moreFilled', { n: filled }) : t('more')}
      </Button>
      <Collapse expanded={isOpen}>
        <div className="form-more-fields">{children}</div>
      </Collapse>
    </div>
  );
}
