import { targetOf } from '@faultline/contracts';
import { type Dispatcher, interceptors, Pool, type RetryHandler } from 'undici';
import { timeLeft, timeoutHeader } from '../deadline';
import type { ServiceCaller } from '../define-service';
import { requestIdHeaders } from './correlation';
import { type CallMetrics, callShapes, observeCall } from './observe-call';
import { readResponse } from './response';
import { Tries, watchTries } from './tries';

interface Options {
  /** The dependency's name, in telemetry and errors. */
  name: string;
  url: string;
  metrics: CallMetrics;
  /** Milliseconds; the request in progress may leave less. */
  timeout: number;
  /** Waits the whole timeout even when the shopper has given up, because the response matters. */
  outlivesRequest?: boolean;
}

interface ConnectedCaller extends ServiceCaller {
  /** The connections, for requests that are not calls, such as health checks. */
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

/** A second try for what was certainly not done or may be done twice without harm. */
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
const lifeMilliseconds = 20_000;

const openPool = (url: string): Dispatcher =>
  new Pool(url, {
    connections: 64,
    connectTimeout: 1000,
    // It is the caller who closes an idle connection, long before the server would. A server that says it
    // keeps connections for less is believed; one that says more is not.
    keepAliveTimeout: idleMilliseconds,
    keepAliveMaxTimeout: idleMilliseconds,
    // A busy connection is given up too: what answers at its other end may not be the service any more.
    clientTtl: lifeMilliseconds,
  });

/** Calls one service: pooled connections, the caller's deadline, one retry where it is harmless. */
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

  /** Sends as often as is harmless; what came back is for the caller to read. */
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
