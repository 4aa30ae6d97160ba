import type { QueryResultRow } from 'pg';

export type Row = QueryResultRow;

/** Statements that belong together: all of them happen or none. */
export interface Transaction {
  /** Runs a statement with `$1`-style parameters and answers with its rows. */
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}
