import type { Json } from '../../../../nodes/contract/json.ts';
import type { ConditionGroup, ConditionPart, ConditionRow, Operand } from './rows.ts';

/** The JSON-Logic rule of a condition that was built of rows. */
export const writeCondition = ({ join, parts }: ConditionGroup): Json => {
  const written = parts.map(writePart);
  if (join === 'none') return { '!': [{ or: written }] };
  return join === 'all' ? { and: written } : { or: written };
};

const writePart = (part: ConditionPart): Json =>
  part.is === 'group' ? writeCondition(part) : writeRow(part);

function writeRow({ left, operator, right = { is: 'text', text: '' } }: ConditionRow): Json {
  const value = { var: left };
  const other = writeOperand(right);
  switch (operator) {
    case 'is':
      return { '==': [value, other] };
    case 'isNot':
      return { '!=': [value, other] };
    case 'contains':
      return { contains: [value, other] };
    case 'lacks':
      return { '!': [{ contains: [value, other] }] };
    case 'startsWith':
      return { '==': [{ substr: [value, 0, String(other).length] }, other] };
    case 'oneOf':
      return { in: [value, other] };
    case 'noneOf':
      return { '!': [{ in: [value, other] }] };
    case 'more':
      return { '>': [value, other] };
    case 'atLeast':
      return { '>=': [value, other] };
    case 'less':
      return { '<': [value, other] };
    case 'atMost':
      return { '<=': [value, other] };
    case 'empty':
      return { empty: [value] };
    case 'filled':
      return { '!': [{ empty: [value] }] };
    case 'holds':
      return { '!!': [value] };
  }
}

function writeOperand(operand: Operand): Json {
  switch (operand.is) {
    case 'text':
    case 'date':
      return operand.text;
    case 'number':
      return operand.number;
    case 'truth':
      return operand.truth;
    case 'variable':
      return { var: operand.text };
    case 'list':
      return operand.items;
  }
}
