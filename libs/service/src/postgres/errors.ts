import { ProblemError } from '../errors';
import { errorCode, isConnectionError, storeUnavailable } from '../store-unavailable';

/**
 * SQLSTATE classes and codes of an unusable server, independent of the statement: connection
 * exception (08), read-only (25006), ended for idling in a transaction (25P03), not authenticated
 * (28), no such database (3D000), no such rights (42501), insufficient resources (53), operator
 * intervention (57P), system error (58), internal error (XX).
 */
const outage = /^(08|25006|25P03|28|3D000|42501|53|57P|58|XX)/;
/** Contention: the statement was rolled back, or did not get a lock. It may succeed later. */
const contention = /^(40|55P03)/;
/** Errors in a database whose schema does not exist yet. */
const missingSchema = /^(3F000|42P01|42703|42883)/;
const queryCanceled = '57014';
export const readOnlyCode = '25006';

/** Messages of pg, which has no codes for a lost connection or an exhausted pool. */
const clientSideLoss =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether an error means that the server cannot be used, independent of the statement. */
export const isPostgresOutage = (error: unknown): boolean =>
  (error instanceof Error && clientSideLoss.test(error.message)) ||
  outage.test(errorCode(error)) ||
  isConnectionError(error);

/** Whether the server accepts no writes: it is a standby, or was made read-only. */
export const isReadOnly = (error: unknown): boolean => errorCode(error) === readOnlyCode;

/** The class of an error for metrics: its SQLSTATE or system code, `unavailable` without one, or `error`. */
export const postgresErrorType = (error: unknown): string =>
  errorCode(error) || (isPostgresOutage(error) ? 'unavailable' : 'error');

/** Translates an error of the driver into a 504 or 503 if the server is slow, unusable or busy; else returns it. */
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
