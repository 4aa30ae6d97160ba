import { sessionHeader, sessionRoutes } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { type Environment, setting } from './setting';

/** A read of a session with nothing but fastify and ioredis, from the replica. */
export const bareSession = (environment: Environment): FastifyInstance => {
  const redis = new Redis(setting(environment, 'REDIS_REPLICA_URL'));
  const app = fastify();
  app.get(sessionRoutes.read.path, async ({ headers }) => {
    const id = headers[sessionHeader];
    const { createdAt } = JSON.parse((await redis.get(`session:${id}`)) ?? '{}');
    return { id, createdAt };
  });
  app.addHook('onClose', async () => redis.disconnect());
  return app;
};
