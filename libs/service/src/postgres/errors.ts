import { ProblemError } from '../errors';
import { errorCode, isConnectionError, storeUnavailable } from '../store-unavailable';

/**
 * SQLSTATE classes and codes that say that the server cannot be used, whatever the statement: connection
 * exception (08), read-only (25006), ended for idling in a transaction (25P03), not authenticated
 * (28), no such database (3D000), no such rights (42501), insufficient resources (53), operator
 * intervention (57P), system error (58), internal error (XX).
 */
const outage = /^(08|25006|25P03|28|3D000|42501|53|57P|58|XX)/;
/** The statement lost against others (rolled back, or a lock is not free): later it may succeed. */
const contention = /^(40|55P03)/;
/** What a statement meets in a database whose schema is not there yet. */
const missingSchema = /^(3F000|42P01|42703|42883)/;
const queryCanceled = '57014';
export const readOnlyCode = '25006';

/** What pg says without a code when a connection is lost or the pool has none left. */
const clientSideLoss =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether an error says that the server cannot be used, and nothing of the statement. */
export const isPostgresOutage = (error: unknown): boolean =>
  (error instanceof Error && clientSideLoss.test(error.message)) ||
  outage.test(errorCode(error)) ||
  isConnectionError(error);

/** Whether the server takes no writes: it is a standby, or has been made read-only. */
export const isReadOnly = (error: unknown): boolean => errorCode(error) === readOnlyCode;

/** The class of an error for metrics: its SQLSTATE or system code, `unavailable` without one, or `error`. */
export const postgresErrorType = (error: unknown): string =>
  errorCode(error) || (isPostgresOutage(error) ? 'unavailable' : 'error');

/** An error of the driver as one that says whether the store or the statement is at fault. */
export const translatePostgresError = (
  store: string,
  error: unknown,
  migrated: boolean,
): unknown => {
  const code = errorCode(error);
  if (code === queryCanceled)
    return new ProblemError(504, `${store}-timeout`, `${store} took too long.`, { cause: error });
  const unusable =
    isPostgresOutage(error) || contention.test(code) || (!migrated && missingSchema.test(code));
  return unusable ? storeUnavailable(store, error) : error;
};
