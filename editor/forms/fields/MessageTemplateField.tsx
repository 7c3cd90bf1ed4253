import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { useFieldId, useInvalid } from '../FieldFrame.tsx';
import { FieldProblems } from '../FieldProblems.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { inside, straysOf } from '../model/shape.ts';
import { TemplateInput } from '../parts/TemplateInput.tsx';
import { Strays } from '../Strays.tsx';
import { templateTexts } from '../texts/template-texts.ts';
import { Optional } from './GroupField.tsx';
import { RawField } from './RawField.tsx';

/** What the languages of templates are called in most accounts; any other can be typed. */
const LANGUAGES = [
  'th',
  'en',
  'en_US',
  'en_GB',
  'zh_CN',
  'ja',
  'ko',
  'vi',
  'id',
  'ms',
  'de',
  'fr',
  'es',
  'pt_BR',
  'hi',
  'ar',
];

/** A message template that Meta has approved: its name, its language, and texts for its numbered holes. */
export function MessageTemplateField(props: FieldProps) {
  const { schema, path, value } = props;
  if (schema.type !== 'object' || (value !== undefined && !isObject(value))) return <RawField {...props} />;
  const body = value?.['body'];
  const field = schema.properties['body'];
  const texts = Array.isArray(body) ? (body as readonly Json[]) : [];
  const isOdd =
    body !== undefined && !(Array.isArray(body) && texts.every((text) => typeof text === 'string'));
  return (
    <Optional {...props}>
      <NameAndLanguage path={path} name={textOf(value?.['name'])} language={textOf(value?.['language'])} />
      {isOdd && field ? (
        <RawField schema={field} path={inside(path, 'body')} value={body} isRequired={false} />
      ) : (
        <Holes path={inside(path, 'body')} texts={texts.map(String)} />
      )}
      {value && <Strays path={path} values={straysOf(schema, value)} />}
    </Optional>
  );
}

/** What is no text is a problem that the server tells at the field. */
const textOf = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

interface NameAndLanguageProps {
  readonly path: string;
  readonly name: string;
  readonly language: string;
}

function NameAndLanguage({ path, name, language }: NameAndLanguageProps) {
  const t = useTexts(templateTexts);
  const { set, isReadOnly } = useForm();
  const [nameAt, languageAt] = [inside(path, 'name'), inside(path, 'language')];
  const known = language === '' || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  return (
    <>
      <div className="template-name">
        <TextInput
          id={useFieldId(nameAt)}
          data-field={nameAt}
          label={t('name')}
          value={name}
          placeholder="order_update"
          readOnly={isReadOnly}
          {...useInvalid(nameAt)}
          onChange={({ currentTarget }) =>
            set(nameAt, currentTarget.value.toLowerCase().replace(/[\s-]+/g, '_'))
          }
        />
        <Select
          id={useFieldId(languageAt)}
          data-field={languageAt}
          label={t('language')}
          data={known}
          value={language || null}
          searchable
          disabled={isReadOnly}
          {...useInvalid(languageAt)}
          onChange={(next) => set(languageAt, next ?? '', 'deed')}
        />
      </div>
      <p className="field-note">{t('asAtMeta')}</p>
      <FieldProblems path={nameAt} />
      <FieldProblems path={languageAt} />
    </>
  );
}

function Holes({ path, texts }: { readonly path: string; readonly texts: readonly string[] }) {
  const t = useTexts(templateTexts);
  const { set, isReadOnly } = useForm();
  const id = useFieldId(path);
  const put = (next: readonly string[]) => set(path, next.length === 0 ? undefined : next, 'deed');
  return (
    <div className="template-holes" data-field={path}>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: holes are known by their numbers
        <div key={index} className="field" data-field={inside(path, index)}>
          <div className="field-head">
            <label className="field-label" htmlFor={`${id}.${index}`}>
              {t('hole', { hole: `{{${index + 1}}}` })}
            </label>
            {!isReadOnly && index === texts.length - 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<IconX size={13} aria-hidden />}
                onClick={() => put(texts.slice(0, -1))}
              >
                {t('dropHole')}
              </Button>
            )}
          </div>
          <TemplateInput
            id={`${id}.${index}`}
            path={inside(path, index)}
            text={text}
            placeholder=""
            rows={1}
            isOneLine
            change={(next) => set(inside(path, index), next)}
          />
          <FieldProblems path={inside(path, index)} />
        </div>
      ))}
      {!isReadOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => put([...texts, ''])}
        >
          {t('addHole', { hole: `{{${texts.length + 1}}}` })}
        </Button>
      )}
    </div>
  );
}
