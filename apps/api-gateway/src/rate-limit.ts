import rateLimit from '@fastify/rate-limit';
import { shopPattern } from '@faultline/contracts';
import { ProblemError, type Reply, type Request, type RouteApp } from '@faultline/service';

interface Options {
  /** Requests a minute that one client address may send to all pods together. */
  max: number;
  /** Pods among which a client's requests are spread; each counts for itself and grants its share. */
  pods: number;
}

/**
 * Refuses a client address that asks too often. It holds for every path that the router takes for
 * one under /api, however it is spelt, and also for unknown ones; the shop's own probes are not counted.
 */
export const limitRate = async (app: RouteApp, { max, pods }: Options): Promise<void> => {
  await app.register(rateLimit, {
    max: Math.ceil(max / pods),
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError(429, 'too-many-requests', 'Too many requests from this address.', {
        retryAfter: Math.ceil(ttl / 1000),
      }),
  });
  const callNotFound = (_request: Request, reply: Reply) => reply.callNotFound();
  // Before the body is looked at: no route takes it.
  app.all(shopPattern, { preParsing: callNotFound, handler: callNotFound });
};
