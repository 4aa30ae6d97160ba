import { ProblemError } from '../errors';
import { errorCode, isConnectionError, storeUnavailable } from '../store-unavailable';

/** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
const outage = /^(08|53|57P)/;
const queryCanceled = '57014';

/** What pg says without a code when a connection is lost or the pool has none left. */
const clientSideLoss =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Whether an error says that the server cannot be used, and nothing of the statement. */
export const isPostgresOutage = (error: unknown): boolean =>
  (error instanceof Error && clientSideLoss.test(error.message)) ||
  outage.test(errorCode(error)) ||
  isConnectionError(error);

/** An error of the driver as one that says whether the store or the statement is at fault. */
export const translatePostgresError = (store: string, error: unknown): unknown => {
  if (errorCode(error) === queryCanceled)
    return new ProblemError(504, `${store}-timeout`, `${store} took too long.`, { cause: error });
  return isPostgresOutage(error) ? storeUnavailable(store, error) : error;
};
