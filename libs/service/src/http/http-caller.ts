import { targetOf } from '@faultline/contracts';
import { requestIdHeader } from '@faultline/contracts/request-id';
import { requestContext } from '@faultline/telemetry';
import { type Dispatcher, interceptors, type RetryHandler, RoundRobinPool } from 'undici';
import { timeLeft, timeoutHeader } from '../deadline';
import type { ServiceCaller } from '../define-service';
import { Tries, watchTries } from './count-tries';
import { type CallMetrics, callShapes, observeCall } from './observe-call';
import { readResponse } from './response';

interface Options {
  /** The dependency's name, in telemetry and errors. */
  name: string;
  url: string;
  metrics: CallMetrics;
  /** Milliseconds; the current request may leave less. */
  timeout: number;
  /** Waits the whole timeout even if the shopper has given up, because the response matters. */
  outlivesRequest?: boolean;
}

interface ConnectedCaller extends ServiceCaller {
  /** The connection pool, for requests that are not calls, such as health checks. */
  pool: Dispatcher;
  close(): Promise<void>;
}

interface Outgoing {
  method: Dispatcher.HttpMethod;
  target: string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer | undefined;
  idempotent: boolean;
}

/** One retry after a connection error or a 503. Used for idempotent calls only. */
const retryOptions = {
  maxRetries: 1,
  minTimeout: 25,
  maxTimeout: 100,
  retryAfter: false,
  throwOnError: false,
  statusCodes: [503],
  methods: ['GET', 'PUT', 'DELETE', 'POST'],
} satisfies RetryHandler.RetryOptions;

const idleMilliseconds = 10_000;
/** A pod that has just started gets its share of the requests within this time. */
const lifeMilliseconds = 5_000;

/**
 * A Service gives each connection one of its pods. In turn, so that each pod, and each version, gets its share of the requests:
 * an ordinary pool sends nearly all of them on its first connection.
 */
const openPool = (url: string): Dispatcher =>
  new RoundRobinPool(url, {
    connections: 64,
    connectTimeout: 1000,
    // The caller closes idle connections, long before the server would. A server's `Keep-Alive` header can only
    // shorten this time.
    keepAliveTimeout: idleMilliseconds,
    keepAliveMaxTimeout: idleMilliseconds,
    // Busy connections are closed too, because their peer may no longer be the service.
    clientTtl: lifeMilliseconds,
  });

/** Calls one service with pooled connections, the caller's deadline, and one retry of idempotent calls. */
export const httpCaller = (options: Options): ConnectedCaller => {
  const { name, url, metrics, timeout, outlivesRequest = false } = options;
  const pool = openPool(url);
  const once = pool.compose(watchTries);
  const retrying = pool.compose(watchTries, interceptors.retry(retryOptions));
  const shapeOf = callShapes(name, new URL(url));

  const send = ({ method, target, headers, body, idempotent }: Outgoing, tries: Tries) => {
    const left = outlivesRequest ? timeout : timeLeft(timeout);
    return (idempotent ? retrying : once).request({
      method,
      path: target,
      headers: { ...headers, ...requestIdHeaders(), [timeoutHeader]: String(left) },
      body: body ?? null,
      signal: AbortSignal.timeout(left),
      opaque: tries,
    });
  };

  /** Sends a request, with a retry if it is idempotent, and passes the response to `read`. */
  const exchange = <T>(
    outgoing: Outgoing,
    route: string,
    read: (response: Dispatcher.ResponseData<unknown>) => Promise<T>,
  ): Promise<T> => {
    const { method } = outgoing;
    const observed = { dependency: name, method, route, shape: shapeOf(method, route) };
    const tries = new Tries();
    return observeCall(metrics, observed, {
      mayHaveBeenSent: () => tries.mayHaveBeenSent(),
      run: async ({ traceHeaders, responded }) => {
        const headers = { ...outgoing.headers, ...traceHeaders };
        const response = await send({ ...outgoing, headers }, tries);
        responded(response.statusCode);
        return read(response);
      },
    });
  };

  return {
    call: async (call) => {
      const { method, route, headers, body, idempotent = method !== 'POST' } = call;
      const outgoing = {
        method,
        target: targetOf(route, call),
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
        idempotent,
      };
      return exchange(outgoing, route, (response) => readResponse(name, response, call.response));
    },
    forward: ({ route, ...request }) =>
      exchange(
        { ...request, idempotent: request.method !== 'POST' },
        route,
        async (response) => response,
      ),
    pool,
    close: () => pool.close(),
  };
};

/** A header with the id of the current request, so that its log lines have the same id in every service. */
const requestIdHeaders = (): Record<string, string> => {
  const context = requestContext();
  return context ? { [requestIdHeader]: context.requestId } : {};
};
