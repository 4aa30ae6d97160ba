import { type ParserAst, parse, type TagToken } from 'liqe';
import type { Comparison, Condition, Value } from './search';

/** A query that cannot be understood; the message says why. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(
    message: string,
    /** The place in the query, counted from 0, where known. */
    readonly position: number | undefined,
  ) {
    super(message);
  }
}

const maxLength = 500;

/** Fields whose values are written in capital letters. */
const inCapitals = new Set(['status', 'kind']);

const comparisons: Readonly<Record<string, Exclude<Comparison['operator'], 'like'>>> = {
  ':=': '=',
  ':<': '<',
  ':<=': '<=',
  ':>': '>',
  ':>=': '>=',
};

/** Whether a field is there at all: its value is something or nothing. */
const exists = (field: string): Condition => ({
  any: [
    { field, operator: '=', value: '' },
    { field, operator: '!=', value: '' },
  ],
});

const literalOf = (field: string, { expression }: TagToken): Value => {
  const { location } = expression;
  if (expression.type === 'RegexExpression')
    throw new QueryError(
      `${field} cannot be a regular expression: * stands for any text`,
      location.start,
    );
  if (expression.type !== 'LiteralExpression' || expression.value === null)
    throw new QueryError(`${field} needs a value`, location.start);
  return inCapitals.has(field) ? String(expression.value).toUpperCase() : expression.value;
};

const comparisonOf = (field: string, tag: TagToken): Condition => {
  const { expression, operator } = tag;
  if (expression.type === 'RangeExpression') {
    const { min, minInclusive, max, maxInclusive } = expression.range;
    return {
      all: [
        { field, operator: minInclusive ? '>=' : '>', value: min },
        { field, operator: maxInclusive ? '<=' : '<', value: max },
      ],
    };
  }
  const value = literalOf(field, tag);
  const compared = comparisons[operator.operator];
  if (compared) return { field, operator: compared, value };
  if (value === '*') return exists(field);
  const isPattern =
    typeof value === 'string' &&
    value.includes('*') &&
    expression.type === 'LiteralExpression' &&
    !expression.quoted;
  return isPattern ? { field, operator: 'like', value } : { field, operator: '=', value };
};

const conditionOf = (token: ParserAst): Condition => {
  switch (token.type) {
    case 'EmptyExpression':
      return { all: [] };
    case 'ParenthesizedExpression':
      return conditionOf(token.expression);
    case 'UnaryOperator':
      return { not: conditionOf(token.operand) };
    case 'LogicalExpression': {
      const both = [conditionOf(token.left), conditionOf(token.right)];
      return token.operator.operator === 'OR' ? { any: both } : { all: both };
    }
    case 'Tag': {
      if (token.field.type === 'Field') return comparisonOf(token.field.name, token);
      return { field: 'text', operator: 'like', value: `*${literalOf('text', token)}*` };
    }
  }
};

/**
 * Reads a query as people type it: `service:cart duration:>500 -status:error "connection refused"`. Words without a
 * field are looked for in all of a span or record; a value without quotes may have stars. Throws a QueryError.
 */
export const parseQuery = (query: string): Condition => {
  if (query.length > maxLength)
    throw new QueryError(`the query has more than ${maxLength} characters`, maxLength);
  try {
    return conditionOf(parse(query.trim()));
  } catch (error) {
    if (error instanceof QueryError) throw error;
    const position =
      error instanceof Error && 'offset' in error && typeof error.offset === 'number'
        ? error.offset
        : undefined;
    throw new QueryError(
      position === undefined
        ? 'the query ends too early: a value with other than letters, digits and . - _ * needs quotes'
        : `the query cannot be read from character ${position + 1}: "${query.trim().slice(position, position + 20)}"`,
      position,
    );
  }
};
