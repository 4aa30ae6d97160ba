import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** Requests that wait for their turn, of all connections together. */
export interface Backlog {
  size: number;
}

/**
 * One connection, whose requests are served one after the other: Node parses all that were sent ahead
 * and would start them together, each with its own file, body and call behind it.
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

  /** Requests that were sent ahead of the response in progress. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** For how many milliseconds the response in progress has been in progress; 0 without one. */
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

  /** Does one last thing after the responses that are owed, such as saying why no more follow. */
  endWith(end: () => void): void {
    if (this.#ending) return;
    this.#ending = end;
    const [request, response] = this.#current ?? [];
    // A request that is broken off within its body and answered already: another response would be
    // taken for that of the next request.
    if (request?.complete === false && response?.headersSent) this.destroy();
    // What is broken off within its body owes no response that could still come.
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

  /** A response is closed when the system has taken its last byte. */
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
