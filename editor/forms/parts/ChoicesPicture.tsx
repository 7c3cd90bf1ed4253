import { IconArrowBackUp, IconList } from '@tabler/icons-react';
import { textIn } from '../../../nodes/contract/face.ts';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { type ChoicesLook, cutTo, lookOf } from '../model/shown-choices.ts';
import { withExamples } from '../model/template-tokens.ts';
import { choiceTexts } from '../texts/choice-texts.ts';
import { exampleOf } from '../variables.ts';
import { PhonePreview } from './PhonePreview.tsx';

interface ChoicesPictureProps {
  readonly whole: JsonObject;
  readonly options: readonly JsonObject[];
}

/** What the phone shows of a question with options. */
export function ChoicesPicture({ whole, options }: ChoicesPictureProps) {
  const t = useTexts(choiceTexts);
  const { around } = useForm();
  const fill = (text: string) => withExamples(text, (path) => exampleOf(around.variables, path));
  const look = lookOf(options.length);
  const lines = options.map((option) => ({
    label: fill(textIn(option, 'label')),
    description: fill(textIn(option, 'description')),
  }));
  const numbered =
    look.is === 'numbers' ? `\n\n${lines.map(({ label }, n) => `${n + 1}. ${label}`).join('\n')}` : '';
  const header = textIn(whole, 'header');
  const text = `${header === '' ? '' : `*${header}*\n`}${textIn(whole, 'text')}${numbered}`;
  return (
    <div className="choices-picture">
      <p className="field-note">{t(look.is, { n: options.length })}</p>
      <PhonePreview text={text.trim() === '' ? '…' : text}>
        {textIn(whole, 'footer') !== '' && <p className="preview-footer">{fill(textIn(whole, 'footer'))}</p>}
        {look.is === 'buttons' && <Buttons lines={lines} look={look} />}
        {look.is === 'list' && (
          <List lines={lines} look={look} open={textIn(whole, 'open') || t('openList')} />
        )}
      </PhonePreview>
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly { readonly label: string; readonly description: string }[];
  readonly look: ChoicesLook;
}

const Buttons = ({ lines, look }: LinesProps) =>
  lines.map(({ label }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a picture holds nothing
    <div className="preview-button" key={index}>
      <IconArrowBackUp size={14} aria-hidden />
      {cutTo(label, look.room) || '…'}
    </div>
  ));

const List = ({ lines, look, open }: LinesProps & { readonly open: string }) => (
  <>
    <div className="preview-button">
      <IconList size={14} aria-hidden />
      {cutTo(open, 20)}
    </div>
    <ul className="preview-list">
      {lines.map(({ label, description }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture holds nothing
        <li key={index}>
          {cutTo(label, look.room) || '…'}
          {description !== '' && <small>{cutTo(description, 72)}</small>}
        </li>
      ))}
    </ul>
  </>
);
