import type { Static, TObject } from 'typebox';
import { Errors } from 'typebox/value';
import { matches } from '../matches';

/** A row does not match the expected shape, because the statement or the table has changed. */
class RowError extends Error {
  override readonly name = 'RowError';
}

/** Checks each row against the shape. Throws a RowError, which contains no value, at the first wrong row. */
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
  // For an unexpected property, TypeBox reports a violation of the schema `false`.
  const reason = keyword === 'boolean' ? 'must not have additional properties' : message;
  return column === undefined ? reason : `column ${column} ${reason}`;
};
