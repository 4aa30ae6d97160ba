import type { Static, TObject } from 'typebox';

/** Statements of a transaction. */
export interface Transaction {
  /** Runs a statement with `$1`-style parameters and ignores its rows. */
  query(text: string, values?: readonly unknown[]): Promise<void>;
  /**
   * Runs a statement and returns its rows, each checked against the shape: the name and type of its
   * columns. Rejects with an error that names the store and the column when a row does not fit.
   */
  rows<Shape extends TObject>(
    shape: Shape,
    text: string,
    values?: readonly unknown[],
  ): Promise<Static<Shape>[]>;
}
