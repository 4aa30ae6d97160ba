import { type ParserAst, parse, type TagToken } from 'liqe';
import { QueryError } from './query-error';
import { checkShape } from './query-shape';
import { typedValue } from './query-values';
import type { Comparison, Condition, Value } from './search';

/** Pages that narrow a search by clicks need no more; SQLite has limits, too. */
const maxTerms = 30;

type Exact = Exclude<Comparison['operator'], 'like' | 'contains'>;

const comparisons: Readonly<Record<string, Exact>> = {
  ':=': '=',
  ':<': '<',
  ':<=': '<=',
  ':>': '>',
  ':>=': '>=',
};

/** Whether a field is there at all: its value is something or nothing. An id that is not there is empty. */
const exists = (field: string): Condition => {
  const something: Condition = { field, operator: '!=', value: '' };
  if (field === 'trace' || field === 'span') return something;
  return { any: [{ field, operator: '=', value: '' }, something] };
};

/** Reads the parser's tokens of a query. */
const conditionsOf = (query: string) => {
  let terms = 0;

  const literalOf = (
    field: string,
    { expression }: TagToken,
  ): { value: Value; quoted: boolean } => {
    if (expression.type !== 'LiteralExpression')
      throw new QueryError(`${field} needs a value`, expression.location.start);
    return { value: typedValue(field, expression, query), quoted: expression.quoted };
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
    const { value, quoted } = literalOf(field, tag);
    const compared = comparisons[operator.operator];
    if (compared) return { field, operator: compared, value };
    if (quoted || typeof value !== 'string' || !value.includes('*'))
      return { field, operator: '=', value };
    return /^\*+$/.test(value) ? exists(field) : { field, operator: 'like', value };
  };

  const termOf = (tag: TagToken): Condition => {
    terms += 1;
    if (terms > maxTerms)
      throw new QueryError(`the query has more than ${maxTerms} terms`, tag.location.start);
    if (tag.field.type === 'Field') return comparisonOf(tag.field.name, tag);
    const { value, quoted } = literalOf('text', tag);
    return quoted
      ? { field: 'text', operator: 'contains', value: String(value) }
      : { field: 'text', operator: 'like', value: `*${value}*` };
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
        // A chain is one list: SQLite takes no deep nesting.
        const both = [conditionOf(token.left), conditionOf(token.right)];
        if (token.operator.operator === 'OR')
          return { any: both.flatMap((one) => ('any' in one ? one.any : [one])) };
        return { all: both.flatMap((one) => ('all' in one ? one.all : [one])) };
      }
      case 'Tag':
        return termOf(token);
    }
  };

  return conditionOf;
};

const reasonOf = (error: unknown, query: string): QueryError => {
  if (error instanceof QueryError) return error;
  const position =
    error instanceof Error && 'offset' in error && typeof error.offset === 'number'
      ? error.offset
      : undefined;
  return new QueryError(
    position === undefined
      ? 'the query ends too early: a value with other than letters, digits and . - _ * needs quotes'
      : `the query cannot be read from character ${position + 1}: "${query.slice(position, position + 20)}"`,
    position,
  );
};

/**
 * Reads a query as people type it: `service:cart duration:>500 -status:error "connection refused"`. Words without a
 * field are looked for in all of a span or record; a value without quotes may have stars, and one with quotes is a text.
 * Throws a QueryError.
 */
export const parseQuery = (query: string): Condition => {
  const trimmed = query.trim();
  checkShape(trimmed);
  try {
    return conditionsOf(trimmed)(parse(trimmed));
  } catch (error) {
    throw reasonOf(error, trimmed);
  }
};
