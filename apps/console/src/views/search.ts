import { consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import { type Condition, CursorError, parseQuery, QueryError } from '@faultline/telemetry-store';
import { refuseCursor } from './pages';
import { type Range, rangeOf } from './range';

interface Query {
  q: string;
  from?: number;
  to?: number;
}

/** Throws an `invalid-query` with the place and the reason. */
export const conditionsOf = (q: string): Condition[] => {
  try {
    return [parseQuery(q)];
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { message, position } = error;
    throw problemOf(consoleRoutes.traces, 'invalid-query', message, {
      field: 'q',
      ...(position !== undefined && { extensions: { position } }),
      cause: error,
    });
  }
};

/** The range and the conditions of a request. */
export const searchOf = (query: Query): Range & { conditions: Condition[] } => ({
  ...rangeOf(query),
  conditions: conditionsOf(query.q),
});

/** Rejects with an `invalid-cursor` for a cursor that no page gave out. */
export const pageOf = <Page>(page: Promise<Page>): Promise<Page> =>
  page.catch((error: unknown) => {
    if (!(error instanceof CursorError)) throw error;
    return refuseCursor(error.message, error);
  });
