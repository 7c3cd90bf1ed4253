import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconEye,
  IconEyeOff,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { formTexts } from '../texts/form-texts.ts';
import { EmojiButton } from './EmojiButton.tsx';
import type { TemplateInputProps } from './TemplateInput.tsx';
import { VariableButton } from './VariableButton.tsx';

interface TemplateToolsProps {
  readonly isFormatted: boolean;
  readonly preview: TemplateInputProps['preview'];
  wrap(mark: string): void;
  prefix(mark: '- ' | '1. ' | '> '): void;
  insert(what: string): void;
}

/** The buttons below a text. */
export function TemplateTools({ isFormatted, preview, wrap, prefix, insert }: TemplateToolsProps) {
  const t = useTexts(formTexts);
  const marks = [
    { says: t('bold'), Icon: IconBold, act: () => wrap('*') },
    { says: t('italic'), Icon: IconItalic, act: () => wrap('_') },
    { says: t('strike'), Icon: IconStrikethrough, act: () => wrap('~') },
    { says: t('mono'), Icon: IconCode, act: () => wrap('`') },
    { says: t('bullets'), Icon: IconList, act: () => prefix('- ') },
    { says: t('numbered'), Icon: IconListNumbers, act: () => prefix('1. ') },
    { says: t('quote'), Icon: IconBlockquote, act: () => prefix('> ') },
  ];
  return (
    <div className="template-tools" role="toolbar" aria-label={t('textTools')}>
      {isFormatted && marks.map((mark) => <Tool key={mark.says} {...mark} />)}
      {isFormatted && <EmojiButton insert={insert} />}
      {preview && (
        <Tool
          says={t(preview.isSeen ? 'hidePreview' : 'showPreview')}
          Icon={preview.isSeen ? IconEye : IconEyeOff}
          act={() => preview.toggle()}
        />
      )}
      <VariableButton insert={(path) => insert(`{{ ${path} }}`)} />
    </div>
  );
}

interface ToolProps {
  readonly says: string;
  readonly Icon: ComponentType<{ size: number }>;
  act(): void;
}

const Tool = ({ says, Icon, act }: ToolProps) => (
  <Tooltip label={says}>
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={says}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <Icon size={16} />
    </ActionIcon>
  </Tooltip>
);
