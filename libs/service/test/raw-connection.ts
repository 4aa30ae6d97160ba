import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A connection whose bytes a test writes itself; it is closed when the test ends. */
export const rawConnection = async (serverUrl: string): Promise<Socket> => {
  const { port } = new URL(serverUrl);
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  // A server that closes a connection on us is what some of these tests wait for.
  socket.on('error', () => {});
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return socket;
};

/** All that a server answers to these bytes until it closes the connection. */
export const responseTo = async (serverUrl: string, bytes: string): Promise<string> => {
  const socket = await rawConnection(serverUrl);
  socket.write(bytes, 'latin1');
  return text(socket);
};

/** The statuses of the responses in what a server answered. */
export const statusesIn = (response: string): number[] =>
  [...response.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
