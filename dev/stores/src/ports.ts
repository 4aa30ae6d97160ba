import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Whether a port of 127.0.0.1 is free. */
export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });

// Below the ranges from which Linux (32768 up) and macOS (49152 up) take the ports of outgoing
// connections: a store that restarts must find its port free.
const lowest = 20_000;
const highest = 32_000;
const lowestBase = 10_000;
const highestBase = 30_000;

/** A port of 127.0.0.1 that is free now. */
export const freePort = async (): Promise<number> => {
  const port = lowest + Math.floor(Math.random() * (highest - lowest));
  return (await isPortFree(port)) ? port : freePort();
};

/** Makes a server listen at a free port, and returns the port. */
export const listenOnFreePort = async (server: Server, host = '127.0.0.1'): Promise<number> => {
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
};

/** Finds a port base for which all ports of `portsFrom` are free now. */
export const freePortBase = async (
  portsFrom: (base: number) => readonly number[],
): Promise<number> => {
  // Leaves room for all offsets.
  const base = lowestBase + Math.floor(Math.random() * (highestBase - lowestBase));
  const free = await Promise.all(portsFrom(base).map(isPortFree));
  return free.every(Boolean) ? base : freePortBase(portsFrom);
};
