import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { baseUrl, loopbackHost } from '@faultline/service';

export interface Relay {
  url: string;
  /** Sets the delay of responses, in milliseconds. */
  hold(milliseconds: number): void;
  stop(): Promise<void>;
}

/** Hop-by-hop headers, which a proxy does not forward. */
const ofConnection = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

/** A relay on loopback that forwards requests at once and delays their responses. */
export const startRelay = async (target: string): Promise<Relay> => {
  let milliseconds = 0;
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined || ofConnection.has(name) ? [] : [[name, String(value)]],
    );
    const body = await buffer(request);
    try {
      const passedOn = await fetch(new URL(request.url ?? '/', target), {
        method: request.method ?? 'GET',
        headers,
        ...(body.length > 0 && { body }),
      });
      const text = await passedOn.text();
      await delay(milliseconds);
      const type = passedOn.headers.get('content-type') ?? 'application/json';
      response.writeHead(passedOn.status, { 'content-type': type }).end(text);
    } catch {
      // If the provider is down, the relay closes the connection.
      response.destroy();
    }
  });
  server.listen(0, await loopbackHost());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  return {
    url: baseUrl(address),
    hold: (wanted) => {
      milliseconds = wanted;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
