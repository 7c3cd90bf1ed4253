import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schema } from '../../nodes/contract/schema.ts';
import { useTexts } from '../lib/language.tsx';
import { FieldProblems } from './FieldProblems.tsx';
import { useForm } from './FormContext.tsx';
import { formTexts } from './texts/form-texts.ts';

interface FieldFrameProps {
  readonly schema: Schema;
  readonly path: string;
  readonly isRequired?: boolean;
  /** What stands at the end of the line of the label: a counter, a switch. */
  readonly aside?: ReactNode;
  /** It holds several things to fill in, so its label belongs to no single one. */
  readonly isGroup?: boolean;
  /** Problems of what is inside are shown here too, because nothing inside shows them. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

/** The id of the element that a field is filled in with. */
export const useFieldId = (path: string): string => `${useForm().id}${path}`;

/** What says that a field is wrong to those who do not see its frame. */
export function useInvalid(path: string): { readonly 'aria-invalid'?: true } {
  const { problems } = useForm();
  return problems.some(({ field, severity }) => field === path && severity === 'error')
    ? { 'aria-invalid': true }
    : {};
}

/** A field with its label, its help and what is wrong with it. */
export function FieldFrame({
  schema,
  path,
  isRequired = false,
  aside,
  isGroup,
  isWhole,
  children,
}: FieldFrameProps) {
  const id = useFieldId(path);
  const { title, description } = schema;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const label = (
    <>
      {title}
      {isRequired && <Must />}
    </>
  );
  const labelled = isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {};
  return (
    <div className="field" data-field={path} {...labelled}>
      {(title !== undefined || aside !== undefined) && (
        <div className="field-head">
          {isGroup ? (
            <span id={`${id}-label`} className="field-label">
              {label}
            </span>
          ) : (
            <label htmlFor={id} className="field-label">
              {label}
            </label>
          )}
          {description !== undefined && <Help isOpen={isHelpOpen} toggle={() => setHelpOpen(!isHelpOpen)} />}
          <span className="field-aside">{aside}</span>
        </div>
      )}
      {isHelpOpen && <p className="field-help">{description}</p>}
      {children}
      <FieldProblems path={path} isWhole={isWhole ?? false} />
    </div>
  );
}

function Must() {
  const t = useTexts(formTexts);
  return (
    <span className="field-must" title={t('must')}>
      {' *'}
    </span>
  );
}

/** Opens the help of a field. */
export function Help({ isOpen, toggle }: { readonly isOpen: boolean; toggle(): void }) {
  const t = useTexts(formTexts);
  const says = isOpen ? t('hideHelp') : t('showHelp');
  return (
    <Tooltip label={says}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={says}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <IconHelp size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
