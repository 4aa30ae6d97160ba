import { requestContext } from '@faultline/telemetry';
import { requestIdHeader } from '../request-id';

/** A header with the id of the current request, so that its log lines have the same id in every service. */
export const requestIdHeaders = (): Record<string, string> => {
  const context = requestContext();
  return context ? { [requestIdHeader]: context.requestId } : {};
};
