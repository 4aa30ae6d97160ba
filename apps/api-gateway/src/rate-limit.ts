import rateLimit from '@fastify/rate-limit';
import { shopPattern } from '@faultline/contracts';
import { ProblemError, type Reply, type Request, type RouteApp } from '@faultline/service';

interface Options {
  /** Requests per minute that one client address may send to all pods together. */
  max: number;
  /** The number of pods that share a client's requests; each counts for itself and grants its share. */
  pods: number;
}

/**
 * Limits the rate of requests per client address. The limit applies to every path that the router matches
 * under /api, however it is encoded, and to unknown paths there; the shop's own probes are not counted.
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
  // Unknown paths count, too, and are refused before their body is read.
  app.all(shopPattern, { preParsing: callNotFound, handler: callNotFound });
};
