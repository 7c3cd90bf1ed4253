/** A condition as rows that people can read: what the visual builder shows. */
export interface ConditionGroup {
  readonly is: 'group';
  /** How its parts go together: all must hold, any one is enough, none may hold. */
  readonly join: 'all' | 'any' | 'none';
  readonly parts: readonly ConditionPart[];
}

export type ConditionPart = ConditionGroup | ConditionRow;

export interface ConditionRow {
  readonly is: 'row';
  /** The variable it looks at, as a dotted path; empty while its author has not chosen. */
  readonly left: string;
  readonly operator: Operator;
  /** What it is compared with; operators that compare with nothing have none. */
  readonly right?: Operand;
}

export const OPERATORS = [
  'is',
  'isNot',
  'contains',
  'lacks',
  'startsWith',
  'oneOf',
  'noneOf',
  'more',
  'atLeast',
  'less',
  'atMost',
  'filled',
  'empty',
  'holds',
] as const;
/** `more` and `less` mean later and earlier where they compare with a date. `holds`: it is yes, or has any value. */
export type Operator = (typeof OPERATORS)[number];

export type Operand =
  | { readonly is: 'text' | 'date' | 'variable'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'truth'; readonly truth: boolean }
  | { readonly is: 'list'; readonly items: readonly (string | number)[] };

/** The operators that compare with nothing. */
export const ALONE: ReadonlySet<Operator> = new Set<Operator>(['filled', 'empty', 'holds']);
export const LISTING: ReadonlySet<Operator> = new Set<Operator>(['oneOf', 'noneOf']);
export const ORDERING: ReadonlySet<Operator> = new Set<Operator>(['more', 'atLeast', 'less', 'atMost']);

export const EMPTY_ROW: ConditionRow = {
  is: 'row',
  left: '',
  operator: 'is',
  right: { is: 'text', text: '' },
};
export const EMPTY_GROUP: ConditionGroup = { is: 'group', join: 'all', parts: [] };

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Whether a text is compared as a date: only where one thing comes before another. */
export const isDate = (operator: Operator, text: string): boolean =>
  ORDERING.has(operator) && DATE.test(text);

/** A row with another operator: what it compares with is kept as far as the operator can use it. */
export function withOperator(
  { right: _, ...row }: ConditionRow,
  operator: Operator,
  before?: Operand,
): ConditionRow {
  if (ALONE.has(operator)) return { ...row, operator };
  return { ...row, operator, right: fitting(operator, before) };
}

function fitting(operator: Operator, before: Operand = { is: 'text', text: '' }): Operand {
  if (LISTING.has(operator)) return before.is === 'list' ? before : { is: 'list', items: itemsOf(before) };
  const one = before.is === 'list' ? operandOf(operator, before.items[0] ?? '') : before;
  if (operator === 'startsWith' && one.is !== 'text') return { is: 'text', text: textOf(one) };
  if (ORDERING.has(operator) && one.is === 'text') return operandOf(operator, one.text);
  if (one.is === 'date' && !ORDERING.has(operator)) return { is: 'text', text: one.text };
  return one;
}

const itemsOf = (operand: Operand): readonly (string | number)[] => {
  if (operand.is === 'number') return [operand.number];
  const text = textOf(operand);
  return text === '' ? [] : [text];
};

const textOf = (operand: Operand): string =>
  operand.is === 'number'
    ? String(operand.number)
    : operand.is === 'truth'
      ? String(operand.truth)
      : operand.is === 'list'
        ? ''
        : operand.text;

/** A plain value as an operand. */
export function operandOf(operator: Operator, value: string | number): Operand {
  if (typeof value === 'number') return { is: 'number', number: value };
  return { is: isDate(operator, value) ? 'date' : 'text', text: value };
}
