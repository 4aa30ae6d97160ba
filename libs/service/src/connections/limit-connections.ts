import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Backlog, Connection, type Serve } from './connection';
import { endWithRefusal, noTunnel, type Refusal, refusalOf, refuse } from './refusal';

/** Limits of a server's connections. */
export interface ConnectionLimits {
  /** The maximum of open connections; more get 503 and are closed. */
  connections: number;
  /** The maximum of pipelined requests per connection; one more closes it. */
  ahead: number;
  /** The maximum of pipelined requests of all connections. */
  aheadInAll: number;
  /** The time in milliseconds in which a client must read a response. */
  responseMilliseconds: number;
}

export const defaultLimits: ConnectionLimits = {
  connections: 1000,
  ahead: 100,
  aheadInAll: 5000,
  responseMilliseconds: 120_000,
};

/** The number of connections beyond the limit that get a 503; further ones are closed without a response. */
const explained = 50;
const sweepMilliseconds = 1000;

const tooMany: Refusal = {
  status: 503,
  code: 'too-many-connections',
  field: 'connection',
  message: 'is one too many: all others are in use',
  retryAfter: 1,
};

const open = new WeakMap<Socket, Connection>();

/** Runs `end` when the connection has no pending response. */
export const afterResponses = (socket: Socket, end: () => void): void => {
  const connection = open.get(socket);
  if (connection) connection.endWith(end);
  else end();
};

const closeSlow = (server: Server, connections: Set<Connection>, milliseconds: number): void => {
  const sweep = setInterval(() => {
    for (const connection of connections)
      if (connection.busyMilliseconds > milliseconds) connection.destroy();
  }, sweepMilliseconds).unref();
  server.once('close', () => clearInterval(sweep));
};

/**
 * Passes a server's requests to `serve` within limits: one at a time per connection, and only valid requests
 * for a path of this server.
 */
export const limitConnections = (server: Server, serve: Serve, limits: ConnectionLimits): void => {
  const connections = new Set<Connection>();
  const backlog: Backlog = { size: 0 };

  const serveSound: Serve = (request, response) => {
    const refusal = refusalOf(request);
    if (refusal) refuse(response, refusal);
    else serve(request, response);
  };
  const serveIfRoom: Serve = (request, response) => {
    if (connections.size > limits.connections) refuse(response, tooMany);
    else serveSound(request, response);
  };

  const welcome = (socket: Socket): void => {
    const full = connections.size >= limits.connections;
    if (full) server.closeIdleConnections();
    const connection = new Connection(socket, full ? serveIfRoom : serveSound, backlog);
    connections.add(connection);
    open.set(socket, connection);
    socket.once('close', () => connections.delete(connection));
  };

  const take: Serve = (request, response) => {
    const connection = open.get(request.socket);
    if (!connection) return;
    connection.take(request, response);
    if (connection.waiting > limits.ahead || backlog.size > limits.aheadInAll) connection.destroy();
  };

  server.maxConnections = limits.connections + explained;
  server.on('connection', welcome);
  server.removeAllListeners('request');
  server.on('request', take);
  server.on('checkExpectation', take);
  server.on('connect', ({ socket }) => {
    // Node no longer handles errors of this socket, and an error without a listener ends the process.
    socket.on('error', () => socket.destroy());
    afterResponses(socket, () => endWithRefusal(socket, noTunnel));
  });
  closeSlow(server, connections, limits.responseMilliseconds);
};
