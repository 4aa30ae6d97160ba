import { sessionHeader } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { type Environment, setting } from './setting';

/** `GET /cart` with nothing but fastify and ioredis, from the replica as the cart service. */
export const bareCart = (environment: Environment): FastifyInstance => {
  const redis = new Redis(setting(environment, 'REDIS_REPLICA_URL'));
  const app = fastify();
  app.get('/cart', async ({ headers }) => {
    const quantities = await redis.hgetall(`cart:${headers[sessionHeader]}`);
    const items = Object.entries(quantities).map(([productId, quantity]) => ({
      productId,
      quantity: Number(quantity),
    }));
    return { items };
  });
  app.addHook('onClose', async () => redis.disconnect());
  return app;
};
