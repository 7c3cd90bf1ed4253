import { useLocalStorage } from '@mantine/hooks';
import { FieldFrame, useFieldId } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { Counter } from '../parts/Counter.tsx';
import { PhonePreview } from '../parts/PhonePreview.tsx';
import { sampleOf } from '../parts/sample-of.ts';
import { TemplateInput } from '../parts/TemplateInput.tsx';
import { emptied } from './TextField.tsx';

/** A text that the contact gets: with WhatsApp's formatting, emoji, variables, and how it will look. */
export function MessageField({ schema, path, value, isRequired }: FieldProps) {
  const { set } = useForm();
  const text = typeof value === 'string' ? value : '';
  const most = 'maxLength' in schema ? schema.maxLength : undefined;
  const [isSeen, setSeen] = useLocalStorage({ key: 'sluice.preview', defaultValue: true });
  return (
    <FieldFrame
      schema={schema}
      path={path}
      isRequired={isRequired}
      aside={<Counter text={text} most={most} />}
    >
      <TemplateInput
        id={useFieldId(path)}
        path={path}
        text={text}
        placeholder={sampleOf(schema)}
        rows={3}
        preview={{ isSeen, toggle: () => setSeen(!isSeen) }}
        isFormatted
        change={(next) => set(path, emptied(next, isRequired))}
      />
      {isSeen && text.trim() !== '' && <PhonePreview text={text} />}
    </FieldFrame>
  );
}
