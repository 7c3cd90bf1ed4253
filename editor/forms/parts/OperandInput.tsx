import {
  ActionIcon,
  Menu,
  NumberInput,
  SegmentedControl,
  TagsInput,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconBraces, IconCalendar, IconLetterT, IconNumber123, IconToggleLeft } from '@tabler/icons-react';
import { useTexts } from '../../lib/language.tsx';
import { type How, useForm } from '../FormContext.tsx';
import { LISTING, type Operand, type Operator, ORDERING, operandOf } from '../model/condition/rows.ts';
import { conditionTexts } from '../texts/condition-texts.ts';
import { VariableSelect } from './VariableSelect.tsx';

interface OperandInputProps {
  readonly operator: Operator;
  readonly operand: Operand;
  /** What it is compared with, for what its kind is. */
  readonly left: string;
  change(operand: Operand, how: How): void;
}

/** What something is compared with: a text, a number, yes or no, a date, another variable, or several values. */
export function OperandInput(props: OperandInputProps) {
  const { operator } = props;
  const isFree = !LISTING.has(operator) && operator !== 'startsWith';
  return (
    <div className="operand">
      <Value {...props} />
      {isFree && <KindMenu {...props} />}
    </div>
  );
}

function Value({ operator, operand, change }: OperandInputProps) {
  const t = useTexts(conditionTexts);
  const { isReadOnly } = useForm();
  const label = t('value');
  const shared = { size: 'xs', 'aria-label': label, readOnly: isReadOnly } as const;
  switch (operand.is) {
    case 'variable':
      return (
        <VariableSelect
          path={operand.text}
          label={label}
          change={(text) => change({ is: 'variable', text }, 'typing')}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={operand.number}
          onChange={(next) => change({ is: 'number', number: typeof next === 'number' ? next : 0 }, 'typing')}
        />
      );
    case 'truth':
      return <YesNo truth={operand.truth} take={(truth) => change({ is: 'truth', truth }, 'deed')} />;
    case 'list':
      return (
        <TagsInput
          {...shared}
          value={operand.items.map(String)}
          placeholder={operand.items.length === 0 ? t('several') : ''}
          // What was a number stays one.
          onChange={(next) =>
            change(
              {
                is: 'list',
                items: next.map((text) => operand.items.find((item) => String(item) === text) ?? text),
              },
              'deed',
            )
          }
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          type={operand.is === 'date' && /^\d{4}-\d\d-\d\d$/.test(operand.text) ? 'date' : 'text'}
          value={operand.text}
          onChange={({ currentTarget }) => change(operandOf(operator, currentTarget.value), 'typing')}
        />
      );
  }
}

function YesNo({ truth, take }: { readonly truth: boolean; take(truth: boolean): void }) {
  const t = useTexts(conditionTexts);
  const { isReadOnly } = useForm();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('value')}
      disabled={isReadOnly}
      data={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      value={truth ? 'yes' : 'no'}
      onChange={(next) => take(next === 'yes')}
    />
  );
}

const ICONS = {
  text: IconLetterT,
  number: IconNumber123,
  truth: IconToggleLeft,
  date: IconCalendar,
  variable: IconBraces,
} as const;
type Kind = keyof typeof ICONS;

function KindMenu({ operator, operand, change }: OperandInputProps) {
  const t = useTexts(conditionTexts);
  const { isReadOnly } = useForm();
  const kinds: readonly Kind[] = ORDERING.has(operator)
    ? ['number', 'date', 'variable', 'text']
    : ['text', 'number', 'truth', 'variable'];
  const Shown = ICONS[operand.is === 'list' ? 'text' : operand.is];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('kind')}>
          <ActionIcon variant="default" size={30} aria-label={t('kind')} disabled={isReadOnly}>
            <Shown size={15} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const Icon = ICONS[kind];
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={15} aria-hidden />}
              onClick={() => change(asKind(kind, operand), 'deed')}
            >
              {t(KIND_TEXTS[kind])}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

const KIND_TEXTS = {
  text: 'aText',
  number: 'aNumber',
  truth: 'aTruth',
  date: 'aDate',
  variable: 'aVariable',
} as const;

function asKind(kind: Kind, before: Operand): Operand {
  const text = 'text' in before ? before.text : before.is === 'number' ? String(before.number) : '';
  if (kind === 'number') return { is: 'number', number: Number(text) || 0 };
  if (kind === 'truth') return { is: 'truth', truth: true };
  if (kind === 'date') return { is: 'date', text: /^\d{4}-\d\d-\d\d/.test(text) ? text : TODAY() };
  return kind === 'variable' ? { is: 'variable', text: '' } : { is: 'text', text };
}

const TODAY = (): string => new Date().toISOString().slice(0, 10);
