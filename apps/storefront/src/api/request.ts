import { type Guard, isProblem } from '@faultline/contracts/guards';
import { requestIdHeader } from '@faultline/contracts/request-id';
import { Failure } from './failure';
import { parseJson } from './parse-json';

export interface ShopRequest {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  body?: unknown;
  /** Aborts the request; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds until the page stops waiting. */
  patience?: number;
}

const defaultPatience = 15_000;

/**
 * Sends one request to the shop and returns the JSON of a 2xx response if it has the expected shape. Everything
 * else rejects with a Failure.
 */
export const request = async <Body>(
  url: string,
  isBody: Guard<Body>,
  { method = 'GET', headers, body, signal, patience = defaultPatience }: ShopRequest = {},
): Promise<Body> => {
  const limit = AbortSignal.timeout(patience);
  const noResponse = (cause: unknown) => {
    if (signal?.aborted) return signal.reason;
    return new Failure(limit.aborted ? 'late' : 'unreachable', { cause });
  };

  const exchange = async () => {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    return { response, text: await response.text() };
  };

  const { response, text } = await exchange().catch((cause) => {
    throw noResponse(cause);
  });
  const content = parseJson(text);
  const facts = {
    status: response.status,
    requestId: response.headers.get(requestIdHeader) ?? undefined,
  };
  if (!response.ok) {
    throw new Failure('error-response', {
      ...facts,
      problem: isProblem(content) ? content : undefined,
    });
  }
  if (!isBody(content)) throw new Failure('unreadable', facts);
  return content;
};
