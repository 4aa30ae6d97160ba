import { createServer } from 'node:net';

/** Nobody listens on this port of 127.0.0.1. */
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

/** A port of 127.0.0.1 that is free now. */
export const freePort = async (): Promise<number> => {
  const port = lowest + Math.floor(Math.random() * (highest - lowest));
  return (await isPortFree(port)) ? port : freePort();
};
