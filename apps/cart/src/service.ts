import { cartRoutes, clientOf, productRoutes } from '@faultline/contracts';
import { defineService } from '@faultline/service';
import { connectRedis } from '@faultline/service/redis';
import { Type } from 'typebox';
import { cartRepository } from './cart-repository';
import { createCarts } from './carts';
import { cartFaults } from './faults';
import { cartHandlers } from './routes';

const CartConfig = Type.Object({
  REDIS_URL: Type.String({ format: 'uri' }),
  REDIS_REPLICA_URL: Type.Optional(Type.String({ format: 'uri' })),
  PRODUCT_URL: Type.String({ format: 'uri' }),
  /** How long a cart lives after its last change. */
  CART_TTL_SECONDS: Type.Integer({ minimum: 1, default: 7 * 24 * 3600 }),
});

export const cart = defineService({
  name: 'cart',
  config: CartConfig,
  build: async (app, config) => {
    const faults = app.faults.bind(
      cartFaults({
        app,
        url: config.REDIS_URL,
        replicaUrl: config.REDIS_REPLICA_URL,
        ttlSeconds: config.CART_TTL_SECONDS,
      }),
    );
    const store = connectRedis(app, 'cart-data', config.REDIS_URL, {
      replicaUrl: config.REDIS_REPLICA_URL,
      ...faults.around('reading', {}),
    });
    const products = clientOf(productRoutes, app.caller('product', config.PRODUCT_URL));
    const repository = faults.around('carts', cartRepository(store, config.CART_TTL_SECONDS));
    app.serve(cartRoutes, cartHandlers(createCarts(repository, products)));
  },
});
