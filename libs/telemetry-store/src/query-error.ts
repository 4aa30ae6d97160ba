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
