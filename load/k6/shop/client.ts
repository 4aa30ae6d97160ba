import http, { type RefinedResponse } from 'k6/http';
import { requestIdHeader } from '../../../libs/contracts/src/request-id.ts';
import { shopEndpoints } from '../../../libs/contracts/src/shop-endpoints.ts';
import { targetOf } from '../../../libs/contracts/src/target.ts';
import type { JourneyStep } from '../../../libs/slo/src/journey-steps.ts';
import type { ShopClient, ShopResponse, ShopStep } from '../../src/journeys/index.ts';
import { NoResponse } from './no-response.ts';

export interface K6Client extends ShopClient {
  /** The request id of the last response. */
  lastRequestId(): string | undefined;
  /** Purchases whose last request had a 5xx response or none. */
  failedPayments(): number;
  /** What must not be shown: the values of the shopper's cookies. */
  secrets(): string[];
}

const requestTimeout = '10s';

/** A card that is declined is what that shopper is after; any other refusal is a failure. */
const usual = http.expectedStatuses({ min: 200, max: 399 });
const declined = http.expectedStatuses({ min: 200, max: 399 }, 402);
/** In a roll-out a pod may lack the assets of the other version; the page asks again. */
const orMissing = http.expectedStatuses({ min: 200, max: 399 }, 404);

const expected: Partial<Record<JourneyStep, typeof usual>> = {
  'checkout-declined': declined,
  asset: orMissing,
};

/** The client of one shopper: own cookies, own address. */
export const k6Client = (origin: string, address: string): K6Client => {
  const jar = new http.CookieJar();
  const failedPayments = new Set<string>();
  let requestId: string | undefined;

  const send = async (step: ShopStep): Promise<ShopResponse> => {
    const hasBody = step.body !== undefined;
    const { method, path } = requestLineOf(step);
    const response = await http
      .asyncRequest(method, origin + path, hasBody ? JSON.stringify(step.body) : null, {
        headers: {
          ...step.headers,
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          'x-forwarded-for': address,
        },
        jar,
        redirects: 0,
        responseCallback: expected[step.name] ?? usual,
        responseType: 'text',
        // One name for all products and orders, where k6 would take the address.
        tags: { name: step.name },
        timeout: requestTimeout,
      })
      .catch((cause: unknown) => {
        throw new NoResponse(step.name, cause);
      });
    return responseOf(response);
  };

  return {
    lastRequestId: () => requestId,
    failedPayments: () => failedPayments.size,
    secrets: () => Object.values(jar.cookiesForURL(origin)).flat(),
    request: async (step) => {
      const payment = step.headers?.['idempotency-key'];
      requestId = undefined;
      if (payment !== undefined) failedPayments.add(payment);
      const response = await send(step);
      if (payment !== undefined && response.status < 500) failedPayments.delete(payment);
      requestId = response.headers[requestIdHeader];
      return response;
    },
  };
};

const requestLineOf = (step: ShopStep) => {
  if ('file' in step) return { method: 'GET', path: step.file } as const;
  const { method, path } = shopEndpoints[step.endpoint];
  return { method, path: targetOf(path, step) };
};

const responseOf = (response: RefinedResponse<'text'>): ShopResponse => {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { status: response.status, body: parse(response.body, headers['content-type']), headers };
};

const parse = (text: string, type = ''): unknown => {
  if (!type.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    // What calls itself JSON and is not fails the journey's check of its shape, text and all.
    return text;
  }
};
