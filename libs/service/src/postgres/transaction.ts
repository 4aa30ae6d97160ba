import type { Static, TObject } from 'typebox';

/** Statements that belong together: all of them happen or none. */
export interface Transaction {
  /** Runs a statement with `$1`-style parameters whose rows nobody reads. */
  query(text: string, values?: readonly unknown[]): Promise<void>;
  /**
   * Runs a statement and answers with its rows, each checked against the shape: the name and type of its
   * columns. Rejects with an error that names the store and the column when a row does not fit.
   */
  rows<Shape extends TObject>(
    shape: Shape,
    text: string,
    values?: readonly unknown[],
  ): Promise<Static<Shape>[]>;
}
