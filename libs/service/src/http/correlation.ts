import { requestContext } from '@faultline/telemetry';
import { requestIdHeader } from '../request-id';

/** The request id of the request in progress, so that one id finds its lines in every service. */
export const requestIdHeaders = (): Record<string, string> => {
  const context = requestContext();
  return context ? { [requestIdHeader]: context.requestId } : {};
};
