import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { listenOnFreePort } from '@faultline/stores';
import { onTestFinished } from 'vitest';

interface Received {
  line: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Dependency {
  url: string;
  server: Server;
  /** What came in, oldest first. */
  received: Received[];
  /** How many connections were ever opened. */
  connections(): number;
  /** How many requests came on each of them. */
  requestsByConnection(): number[];
}

/** Answers one request; `attempt` counts from 1. */
type Responder = (response: ServerResponse, attempt: number, server: Server) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Responder =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

export const problem = (status: number, code: string, more: object = {}): Responder =>
  json(status, { type: `urn:${code}`, title: code, status, code, requestId: 'r', ...more });

/** A body of which each piece arrives by itself. */
export const inPieces: Responder = (response) => {
  const [first, ...rest] = ['pie', 'ces'];
  response.write(first);
  setTimeout(() => response.end(rest.join('')), 50);
};

export const drop: Responder = (response) => response.destroy();

/** Ends the connection in the middle of a body. */
export const cut: Responder = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"name":', () => response.destroy());
};

/** Is killed by the request: its connections are reset, and nobody listens any more. */
export const dieOfIt: Responder = (response, _attempt, server) => {
  server.close();
  response.destroy();
};

export const silence: Responder = () => undefined;

/** The first request gets the first response, and so on; the last response stays. */
export const inTurn =
  (...responders: Responder[]): Responder =>
  (response, attempt, server) =>
    responders[Math.min(attempt, responders.length) - 1]?.(response, attempt, server);

/** A server of one's own for one test, which keeps what it is asked. */
export const startDependency = async (respond: Responder): Promise<Dependency> => {
  const received: Received[] = [];
  const requests = new Map<Socket, number>();
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString();
    requests.set(request.socket, (requests.get(request.socket) ?? 0) + 1);
    received.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    respond(response, received.length, server);
  });
  server.on('connection', (socket) => requests.set(socket, 0));
  const port = await listenOnFreePort(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    received,
    connections: () => requests.size,
    requestsByConnection: () => [...requests.values()],
  };
};
