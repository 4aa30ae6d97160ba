import { requestIdHeader } from '@faultline/contracts/request-id';
import { shopEndpoints } from '@faultline/contracts/shop-endpoints';
import { targetOf } from '@faultline/contracts/target';
import { type Dispatcher, Pool } from 'undici';
import { CookieJar } from './cookie-jar';
import type { ShopClient, ShopResponse, ShopStep } from './journeys';

/** The outcome of a request. `status` is missing if there was no response. */
export interface RequestOutcome {
  name: string;
  status: number | undefined;
  milliseconds: number;
}

/** There was no response: the shop was unreachable, closed the connection, or took too long. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
  /** The kind of failure, one of few: `ECONNREFUSED`, `TimeoutError`. */
  readonly reason: string;

  constructor(step: string, cause: unknown) {
    const reason = reasonOf(cause);
    super(`${step}: no response (${reason})`, { cause });
    this.reason = reason;
  }
}

export interface NodeClient extends ShopClient {
  /** The request id of the last response. */
  lastRequestId(): string | undefined;
}

export interface NodeClientOptions {
  connections: Dispatcher;
  origin: string;
  /** Sent as `X-Forwarded-For`, since all shoppers come from one machine. */
  address: string;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  onOutcome(outcome: RequestOutcome): void;
}

/**
 * Connections to the shop, shared by all shoppers. They are opened on demand and closed when idle;
 * the bound is above what a healthy shop needs, so that requests do not queue here.
 */
export const connectionsTo = (origin: string): Pool => new Pool(origin, { connections: 64 });

/** The client of one shopper: own cookies, own address. */
export const nodeClient = (options: NodeClientOptions): NodeClient => {
  const cookies = new CookieJar();
  let requestId: string | undefined;

  return {
    lastRequestId: () => requestId,
    request: async (step) => {
      requestId = undefined;
      const startedAt = performance.now();
      let status: number | undefined;
      try {
        const response = await send(options, cookies, step);
        status = response.status;
        requestId = response.headers[requestIdHeader];
        return response;
      } catch (error) {
        throw new NoResponse(step.name, error);
      } finally {
        options.onOutcome({
          name: step.name,
          status,
          milliseconds: performance.now() - startedAt,
        });
      }
    },
  };
};

const requestLineOf = (step: ShopStep) => {
  if ('file' in step) return { method: 'GET', path: step.file } as const;
  const { method, path } = shopEndpoints[step.endpoint];
  return { method, path: targetOf(path, step) };
};

const send = async (
  { connections, origin, address, headers: own, timeoutSeconds }: NodeClientOptions,
  cookies: CookieJar,
  step: ShopStep,
): Promise<ShopResponse> => {
  const { statusCode, headers, body } = await connections.request({
    origin,
    ...requestLineOf(step),
    headers: {
      ...own,
      ...step.headers,
      ...cookies.header(),
      ...(step.body === undefined ? {} : { 'content-type': 'application/json' }),
      'x-forwarded-for': address,
    },
    body: step.body === undefined ? null : JSON.stringify(step.body),
    signal: AbortSignal.timeout(timeoutSeconds * 1000),
  });
  const text = await body.text();
  cookies.keep(headers['set-cookie']);
  return { status: statusCode, body: parse(text, headers['content-type']), headers: flat(headers) };
};

const parse = (text: string, type: string | string[] | undefined): unknown => {
  if (!String(type).includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    // Invalid JSON is returned as text, which fails the journey's check of the shape.
    return text;
  }
};

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
};
