import type { ComponentType } from 'react';
import type { SpecialField } from '../../nodes/contract/face.ts';
import type { Schema } from '../../nodes/contract/schema.ts';
import type { FieldProps } from './field-props.ts';
import { AnswerField } from './fields/AnswerField.tsx';
import { CalendarField } from './fields/CalendarField.tsx';
import { CardsField } from './fields/CardsField.tsx';
import { ChoiceField } from './fields/ChoiceField.tsx';
import { CodeField } from './fields/CodeField.tsx';
import { ConditionField } from './fields/ConditionField.tsx';
import { DurationField } from './fields/DurationField.tsx';
import { FlowField } from './fields/FlowField.tsx';
import { GroupField } from './fields/GroupField.tsx';
import { KeywordsField } from './fields/KeywordsField.tsx';
import { ListField } from './fields/ListField.tsx';
import { MediaField } from './fields/MediaField.tsx';
import { MessageField } from './fields/MessageField.tsx';
import { MessageTemplateField } from './fields/MessageTemplateField.tsx';
import { MomentField } from './fields/MomentField.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { OptionsField } from './fields/OptionsField.tsx';
import { SwitchField } from './fields/SwitchField.tsx';
import { TeamField } from './fields/TeamField.tsx';
import { TemplateField } from './fields/TemplateField.tsx';
import { TextField } from './fields/TextField.tsx';
import { ThingField } from './fields/ThingField.tsx';
import { TimeField } from './fields/TimeField.tsx';
import { VariableField } from './fields/VariableField.tsx';
import { formatOf } from './model/shape.ts';

type Field = ComponentType<FieldProps>;

const SPECIAL: { readonly [special in SpecialField]: Field } = {
  message: MessageField,
  choices: OptionsField,
  media: MediaField,
  template: MessageTemplateField,
  answer: AnswerField,
  keywords: KeywordsField,
};

const BY_FORMAT: { readonly [format: string]: Field } = {
  template: TemplateField,
  'url-template': TemplateField,
  variable: VariableField,
  duration: DurationField,
  'date-time': MomentField,
  flow: FlowField,
  calendar: CalendarField,
  connection: ThingField,
  team: TeamField,
  number: ThingField,
  condition: ConditionField,
  json: CodeField,
};

const BY_TYPE: { readonly [type: string]: Field } = {
  string: TextField,
  integer: NumberField,
  number: NumberField,
  boolean: SwitchField,
  object: GroupField,
};

/** The field that draws a schema. */
export function fieldFor(schema: Schema, special: SpecialField | undefined): Field {
  if (special) return SPECIAL[special];
  if (schema.type === 'array') return schema.items.type === 'string' ? ListField : CardsField;
  if (schema.type === 'string' && schema.enum) return ChoiceField;
  if (schema.type === 'string' && schema.pattern?.includes('[0-5][0-9]$')) return TimeField;
  return BY_FORMAT[formatOf(schema) ?? ''] ?? BY_TYPE[schema.type ?? ''] ?? CodeField;
}
