import { CloseButton, Select } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { type How, useForm } from '../FormContext.tsx';
import { type ConditionRow, OPERATORS, type Operator, withOperator } from '../model/condition/rows.ts';
import { conditionTexts } from '../texts/condition-texts.ts';
import { OperandInput } from './OperandInput.tsx';
import { VariableSelect } from './VariableSelect.tsx';

interface ConditionRowViewProps {
  readonly row: ConditionRow;
  change(row: ConditionRow, how: How): void;
  remove(): void;
}

/** One row: what is looked at, how, and what it is compared with. */
export function ConditionRowView({ row, change, remove }: ConditionRowViewProps) {
  const t = useTexts(conditionTexts);
  const { isReadOnly } = useForm();
  const isDated = row.right?.is === 'date';
  const nameOf = (operator: Operator) =>
    isDated && (operator === 'more' || operator === 'less' || operator === 'atLeast' || operator === 'atMost')
      ? t(DATED[operator])
      : t(operator);
  return (
    <div className="condition-row">
      <div className="condition-left">
        <VariableSelect
          path={row.left}
          label={t('what')}
          change={(left) => change({ ...row, left }, 'typing')}
        />
        {!isReadOnly && <CloseButton size="sm" aria-label={t('removeRow')} onClick={remove} />}
      </div>
      <div className="condition-right">
        <Select
          size="xs"
          aria-label={t('how')}
          data={OPERATORS.map((operator) => ({ value: operator, label: nameOf(operator) }))}
          value={row.operator}
          disabled={isReadOnly}
          allowDeselect={false}
          onChange={(next) => {
            const operator = OPERATORS.find((one) => one === next);
            if (operator) change(withOperator(row, operator, row.right), 'deed');
          }}
        />
        {row.right && (
          <OperandInput
            operator={row.operator}
            operand={row.right}
            left={row.left}
            change={(right, how) => change({ ...row, right }, how)}
          />
        )}
      </div>
    </div>
  );
}

const DATED = { more: 'after', atLeast: 'notBefore', less: 'before', atMost: 'notAfter' } as const;
