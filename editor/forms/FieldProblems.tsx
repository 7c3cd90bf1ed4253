import { Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useForm } from './FormContext.tsx';
import { isWithin } from './model/shape.ts';

interface FieldProblemsProps {
  readonly path: string;
  /** With those of everything inside. */
  readonly isWhole?: boolean;
}

/** What is wrong with a field, with the way out that one click takes. */
export function FieldProblems({ path, isWhole = false }: FieldProblemsProps) {
  const { problems, isReadOnly } = useForm();
  const found = problems.filter(({ field }) => (isWhole ? isWithin(field, path) : field === path));
  if (found.length === 0) return null;
  return (
    <ul className="field-problems" aria-live="polite">
      {found.map(({ field, severity, message, fix }) => (
        <li key={`${field} ${message}`} data-severity={severity}>
          {severity === 'error' ? (
            <IconAlertCircle size={15} aria-hidden />
          ) : (
            <IconAlertTriangle size={15} aria-hidden />
          )}
          <span>
            {message}
            {fix && !isReadOnly && (
              <Button size="compact-xs" variant="light" ms={6} onClick={() => fix.apply()}>
                {fix.label}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
