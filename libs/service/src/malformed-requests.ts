import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody } from './errors';

const answers: Readonly<Record<string, { status: number; code: string; field: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers-too-large', field: 'headers' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request-timeout', field: 'request' },
};
const malformed = { status: 400, code: 'malformed-request', field: 'request' };

/** Answers what is not even HTTP, where no route and no error handler is reached. */
export const answerMalformedRequests = (error: Error & { code: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const { status, code, field } = answers[error.code] ?? malformed;
  const message = 'is not well-formed HTTP';
  const body = JSON.stringify(
    problemBody(status, code, `${field} ${message}`, randomUUID(), [{ field, message }]),
  );
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};
