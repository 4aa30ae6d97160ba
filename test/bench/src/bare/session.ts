import { sessionHeader, sessionRoutes } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { type Environment, requiredVariable } from './instruments';

const isSession = (value: unknown): value is { createdAt: unknown } =>
  typeof value === 'object' && value !== null && 'createdAt' in value;

/** A read of a session with nothing but fastify and ioredis, from the replica. */
export const bareSession = (environment: Environment): FastifyInstance => {
  const redis = new Redis(requiredVariable(environment, 'REDIS_REPLICA_URL'));
  const app = fastify();
  app.get(sessionRoutes.read.path, async ({ headers }) => {
    const id = headers[sessionHeader];
    const stored: unknown = JSON.parse((await redis.get(`session:${id}`)) ?? '{}');
    return isSession(stored) ? { id, createdAt: stored.createdAt } : { id };
  });
  app.addHook('onClose', async () => redis.disconnect());
  return app;
};
