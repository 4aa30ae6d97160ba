import { QueryError } from './query-error';

/** The maximum of characters of a query. */
export const maxQueryLength = 500;

/** Each bracket doubles the readings that the parser builds. */
const maxBrackets = 8;

/** Texts in quotes, which mean nothing here, and what the parser has more than one reading of. */
const parts = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\(|\/|(?<=^|[\s(])-\d+(?:\.\d+)?(?=[\s)]|$)/gs;

/**
 * Refuses queries for which the parser would need more than a moment. liqe's grammar has several readings of an operand in
 * brackets, of a number with a minus sign, and of a slash, and the parser builds all combinations of them. Throws a QueryError.
 */
export const checkShape = (query: string): void => {
  if (query.length > maxQueryLength)
    throw new QueryError(`the query has more than ${maxQueryLength} characters`, maxQueryLength);
  let brackets = 0;
  for (const { 0: part, index } of query.matchAll(parts)) {
    if (part === '(') {
      brackets += 1;
      if (brackets > maxBrackets)
        throw new QueryError(`the query has more than ${maxBrackets} pairs of brackets`, index);
    } else if (part === '/') {
      const [, field = 'text'] = /([\w$.-]+)["']?:[<>=]*$/.exec(query.slice(0, index)) ?? [];
      throw new QueryError(
        `${field} cannot be a regular expression: * stands for any text, and a value with / needs quotes`,
        index,
      );
    } else if (part.startsWith('-'))
      throw new QueryError(`a negative number without a field needs quotes: "${part}"`, index);
  }
};
