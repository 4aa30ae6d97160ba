import { connect, createServer, type Socket } from 'node:net';
import { listenOnFreePort } from '@faultline/stores';
import { onTestFinished } from 'vitest';

/** An address that leads to a server and can be made to lead to another, as that of a Service does. */
export interface MovingAddress {
  port: number;
  /** Where new connections go from now on; those that are open stay where they are. */
  moveTo(target: { port: number }): void;
  /** Holds back what servers send on open connections, until `resume`. */
  pause(): void;
  resume(): void;
}

export const movingAddress = async (first: { port: number }): Promise<MovingAddress> => {
  let { port: target } = first;
  const pairs = new Map<Socket, Socket>();
  const server = createServer((client) => {
    const upstream = connect({ host: '127.0.0.1', port: target });
    pairs.set(upstream, client);
    upstream.on('close', () => pairs.delete(upstream));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const port = await listenOnFreePort(server);
  onTestFinished(() => {
    server.close();
    for (const socket of pairs.keys()) socket.destroy();
  });
  return {
    port,
    moveTo: (next) => {
      target = next.port;
    },
    pause: () => {
      for (const [upstream, client] of pairs) upstream.unpipe(client);
    },
    resume: () => {
      for (const [upstream, client] of pairs) upstream.pipe(client);
    },
  };
};
