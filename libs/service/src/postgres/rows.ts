import type { Static, TObject } from 'typebox';
import { Errors } from 'typebox/value';
import { matches } from '../matches';

/** A row is not what its reader asked for: the statement, or the table, is another. */
class RowError extends Error {
  override readonly name = 'RowError';
}

/** The rows of a store, each checked against its shape. Throws a RowError, which holds no value, at the first that is wrong. */
export const rowsOf = <Shape extends TObject>(
  store: string,
  shape: Shape,
  rows: readonly unknown[],
): Static<Shape>[] =>
  rows.map((row) => {
    if (matches(shape, row)) return row;
    throw new RowError(`${store}: a row does not fit: ${violationIn(shape, row)}`);
  });

/** Which column is wrong, and what it must be. The columns of a shape have plain names. */
const violationIn = (shape: TObject, row: unknown): string => {
  const [violation] = Errors(shape, row);
  if (!violation) return 'it is no object';
  const { instancePath, keyword, message } = violation;
  const [, column] = instancePath.split('/');
  // What TypeBox says of a property that no schema knows is that its schema is false.
  const reason = keyword === 'boolean' ? 'must not have additional properties' : message;
  return column === undefined ? reason : `column ${column} ${reason}`;
};
