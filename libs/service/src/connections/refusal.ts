import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody } from '../errors';

/** Why a request reaches no route: it violates HTTP, or a limit is reached. */
export interface Refusal {
  status: number;
  code: string;
  field: string;
  message: string;
  /** Seconds. */
  retryAfter?: number;
}

const badRequest = (field: string, message: string): Refusal => ({
  status: 400,
  code: 'malformed-request',
  field,
  message,
});
const badTarget = { ...badRequest('path', 'is not a well-formed URL'), code: 'malformed-url' };
const noHost = badRequest('host', 'is required');
const twoHosts = badRequest('host', 'is there twice');
export const noTunnel = badRequest('method', 'CONNECT is not offered');
const unknownExpectation: Refusal = {
  status: 417,
  code: 'expectation-failed',
  field: 'expect',
  message: 'can only be 100-continue',
};

const hostsOf = ({ rawHeaders }: IncomingMessage): number => {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
};

const absoluteTarget = /^https?:\/\/([^/?#]+)(.*)$/i;

/** `GET http://shop/cart`, which proxies send, as `GET /cart` of the host `shop` (RFC 9112, 3.2.2). */
const readAbsolute = (request: IncomingMessage, target: string): Refusal | undefined => {
  const [, host, rest = ''] = absoluteTarget.exec(target) ?? [];
  if (host === undefined) return badTarget;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  return undefined;
};

/** Checks a request before routing and returns its refusal, if any; replaces an absolute target by its path. */
export const refusalOf = (request: IncomingMessage): Refusal | undefined => {
  const { url = '', method, httpVersionMinor, headers } = request;
  const hosts = hostsOf(request);
  if (hosts > 1) return twoHosts;
  if (hosts === 0 && httpVersionMinor > 0) return noHost;
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return unknownExpectation;
  if (url.includes('#')) return badTarget;
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return undefined;
  return readAbsolute(request, url);
};

const explain = ({ status, code, field, message, retryAfter }: Refusal) => {
  const detail = `${field} ${message}`;
  const body = JSON.stringify(
    problemBody(status, code, detail, randomUUID(), { errors: [{ field, message }] }),
  );
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  };
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  return { status, headers, body };
};

/** Sends a problem document and closes the connection. */
export const refuse = (response: ServerResponse, refusal: Refusal): void => {
  const { status, headers, body } = explain(refusal);
  response.writeHead(status, headers).end(body);
};

const lingerMilliseconds = 1000;

/** The same for a socket without a response object; gives the client a moment to read it. */
export const endWithRefusal = (socket: Socket, refusal: Refusal): void => {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = explain(refusal);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  setTimeout(() => socket.destroy(), lingerMilliseconds).unref();
};
