import { connect } from 'node:net';

/** How long nothing may come before the next step, in milliseconds. */
const silence = { firstResponse: 300, lastResponse: 500 };
/** How long a connection may stay after its client has ended it, in milliseconds. */
const closing = 15_000;

const probe = 'GET /favicon.svg HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n';

export interface Exchange {
  /** Everything that the server sent, as latin1. */
  response: string;
  /** Whether the server let go of the connection in the end. */
  closed: boolean;
}

/**
 * Sends bytes to a server, then a plain request on the same connection, and ends it: whatever came first,
 * the connection goes on serving or is closed.
 */
export const exchange = (url: URL, bytes: string): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: Number(url.port), host: url.hostname, allowHalfOpen: true });
    const steps = [
      () => socket.write(probe),
      () => {
        socket.end();
        timer = setTimeout(next, closing);
      },
      () => finish(false),
    ];
    let response = '';
    let timer: NodeJS.Timeout | undefined;

    const finish = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ response, closed });
    };
    const next = () => steps.shift()?.();
    const wait = () => {
      clearTimeout(timer);
      if (steps.length === 3) timer = setTimeout(advance, silence.firstResponse);
      else if (steps.length === 2) timer = setTimeout(next, silence.lastResponse);
    };
    const advance = () => {
      next();
      wait();
    };

    socket.on('connect', () => {
      socket.write(bytes, 'latin1');
      wait();
    });
    socket.on('data', (chunk) => {
      response += chunk.toString('latin1');
      if (steps.length === 3) advance();
      else wait();
    });
    socket.on('end', () => finish(true));
    socket.on('close', () => finish(true));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server may reset a connection whose client goes on sending after the last response.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') finish(true);
      else reject(error);
    });
  });
