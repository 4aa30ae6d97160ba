import { cartRoutes, sessionHeader } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { type Environment, type Instruments, noInstruments, requiredVariable } from './instruments';

/** A read of a cart with nothing but fastify and ioredis, from the replica as the cart service. */
export const bareCart = (
  environment: Environment,
  instruments: Instruments = noInstruments,
): FastifyInstance => {
  const url = requiredVariable(environment, 'REDIS_REPLICA_URL');
  const redis = new Redis(url);
  const observed = instruments.observed({
    system: 'redis',
    store: 'cart-data-replica',
    url,
    operation: 'HGETALL',
    collection: undefined,
    text: 'HGETALL',
  });
  const app = fastify();
  instruments.install(app);
  app.after(() => {
    app.get(cartRoutes.read.path, async ({ headers }) => {
      const { ':id': id = null, ...quantities } = await observed(() =>
        redis.hgetall(`cart:${headers[sessionHeader]}`),
      );
      const items = Object.entries(quantities).map(([productId, quantity]) => ({
        productId,
        quantity: Number(quantity),
      }));
      return { id, items };
    });
  });
  app.addHook('onClose', async () => redis.disconnect());
  return app;
};
