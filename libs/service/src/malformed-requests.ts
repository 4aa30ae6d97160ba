import type { Socket } from 'node:net';
import { afterResponses } from './connections/limit-connections';
import { endWithRefusal, type Refusal } from './connections/refusal';

const message = 'is not well-formed HTTP';
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers-too-large',
    field: 'headers',
    message: 'are more than 16 kB',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request-timeout',
    field: 'request',
    message: 'took too long to arrive',
  },
};
const malformed: Refusal = { status: 400, code: 'malformed-request', field: 'request', message };

/** Responds to requests that Node cannot parse, which reach neither a route nor an error handler. */
export const respondToMalformedRequests = (
  error: Error & { code: string },
  socket: Socket,
): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const refusal = refusals[error.code] ?? malformed;
  afterResponses(socket, () => endWithRefusal(socket, refusal));
};
