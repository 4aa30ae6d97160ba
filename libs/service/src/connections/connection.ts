import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** The number of waiting requests of all connections. */
export interface Backlog {
  size: number;
}

/**
 * Serves the requests of one connection one after the other. Node itself parses all pipelined requests and
 * starts them together, each with its own file, body and call.
 */
export class Connection {
  readonly #waiting: [IncomingMessage, ServerResponse][] = [];
  #busySince: number | undefined;
  #current: [IncomingMessage, ServerResponse] | undefined;
  #ending: (() => void) | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly serve: Serve,
    private readonly backlog: Backlog,
  ) {
    socket.once('close', () => {
      backlog.size -= this.#waiting.length;
      this.#waiting.length = 0;
    });
  }

  /** The number of pipelined requests behind the current one. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** The age of the current response in milliseconds; 0 if there is none. */
  get busyMilliseconds(): number {
    return this.#busySince === undefined ? 0 : performance.now() - this.#busySince;
  }

  take(request: IncomingMessage, response: ServerResponse): void {
    response.on('close', this.#next);
    if (this.#busySince === undefined) {
      this.#start(request, response);
      return;
    }
    this.#waiting.push([request, response]);
    this.backlog.size += 1;
  }

  /** Runs `end` after the pending responses, for example to send an error. */
  endWith(end: () => void): void {
    if (this.#ending) return;
    this.#ending = end;
    const [request, response] = this.#current ?? [];
    // The request was aborted within its body, after its response. The client would take a second response
    // for that of the next request.
    if (request?.complete === false && response?.headersSent) this.destroy();
    // A request that was aborted within its body will get no response.
    else if (this.#busySince === undefined || request?.complete === false) end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  #start(request: IncomingMessage, response: ServerResponse): void {
    this.#busySince = performance.now();
    this.#current = [request, response];
    this.serve(request, response);
  }

  /** Runs when a response closes, which is when the system has accepted its last byte. */
  readonly #next = (): void => {
    this.#busySince = undefined;
    if (!this.socket.writable) return;
    const next = this.#waiting.shift();
    if (!next) {
      this.#ending?.();
      return;
    }
    this.backlog.size -= 1;
    this.#start(...next);
  };
}
