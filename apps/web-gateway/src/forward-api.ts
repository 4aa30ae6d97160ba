import type { IncomingHttpHeaders } from 'node:http';
import cookie from '@fastify/cookie';
import { sessionHeader, shopPattern } from '@faultline/contracts';
import type { Reply, Request, Routes, ServiceCaller } from '@faultline/service';
import { clientAddress, serverFailures } from '@faultline/telemetry';
import { claimedSession, setSession } from './session-cookie';

/** Request headers that are forwarded; all others, such as cookies, are dropped. */
const inward = ['accept', 'content-encoding', 'content-type', 'idempotency-key', 'user-agent'];

/** Response headers that the browser gets; the session becomes a cookie. */
const outward = [
  'content-type',
  'content-length',
  'allow',
  'retry-after',
  'cache-control',
  'x-ratelimit-remaining',
];

const picked = (headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

const inwardHeaders = (request: Request): Record<string, string> => {
  const session = claimedSession(request);
  return {
    ...picked(request.headers, inward),
    ...(session && { [sessionHeader]: session }),
    'x-forwarded-for': clientAddress(request.ip),
  };
};

const response = (
  request: Request,
  reply: Reply,
  status: number,
  headers: IncomingHttpHeaders,
): Reply => {
  const started = headers[sessionHeader];
  reply.code(status).headers(picked(headers, outward));
  if (typeof started === 'string') setSession(request, reply, started);
  return reply;
};

/**
 * Forwards requests of the public API unchanged, except that the session is a header instead of a cookie.
 * Uses the kit's caller for deadlines, retries, spans and metrics.
 */
export const forwardApi: Routes<{ apiGateway: ServiceCaller }> = async (app, { apiGateway }) => {
  await app.register(cookie);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)
    app.route<{ Body: Buffer | undefined }>({
      method,
      url: shopPattern,
      ...(method === 'GET' && { config: { countedFromZero: [200, ...serverFailures] } }),
      handler: async (request, reply) => {
        const { statusCode, headers, body } = await apiGateway.forward({
          method,
          target: request.url,
          route: shopPattern,
          headers: inwardHeaders(request),
          body: request.body,
        });
        return response(request, reply, statusCode, headers).send(body);
      },
    });
};
