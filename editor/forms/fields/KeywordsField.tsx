import { textIn } from '../../../nodes/contract/face.ts';
import { FieldFrame } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { KeywordTest } from '../parts/KeywordTest.tsx';
import { Chips } from './ListField.tsx';
import { RawField } from './RawField.tsx';

const HOWS = ['word', 'only', 'begins', 'pattern'] as const;

/** Words that start a flow, with a place to try whether a message would. */
export function KeywordsField(props: FieldProps) {
  const { schema, path, value, isRequired } = props;
  const { value: whole } = useForm();
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  if (schema.type !== 'array' || (Array.isArray(value) && texts.length !== value.length))
    return <RawField {...props} />;
  const how = HOWS.find((one) => one === textIn(whole, 'how')) ?? 'word';
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isWhole>
      <Chips path={path} texts={texts} items={schema.items} isRequired={isRequired} />
      <KeywordTest keywords={texts} how={how} />
    </FieldFrame>
  );
}
