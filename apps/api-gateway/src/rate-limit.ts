import rateLimit from '@fastify/rate-limit';
import { ProblemError, type RouteApp } from '@faultline/service';

/** Refuses a client address that asks too often; the shop's own probes are not counted. */
export const limitRate = async (app: RouteApp, max: number): Promise<void> => {
  await app.register(rateLimit, {
    max,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError(429, 'too-many-requests', 'Too many requests from this address.', {
        retryAfter: Math.ceil(ttl / 1000),
      }),
  });
};
