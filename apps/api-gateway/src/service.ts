import {
  cartRoutes,
  clientOf,
  paymentRoutes,
  productRoutes,
  sessionRoutes,
  shopRoutes,
} from '@faultline/contracts';
import { defineService } from '@faultline/service';
import { createCheckout } from './checkout';
import { ApiGatewayConfig } from './config';
import { apiGatewayFaults } from './faults';
import { createPricing } from './pricing';
import { limitRate } from './rate-limit';
import { cartHandlers } from './routes/cart';
import { checkoutHandlers } from './routes/checkout';
import { catalogueHandlers } from './routes/products';
import { createSessions } from './sessions';

export const apiGateway = defineService({
  name: 'api-gateway',
  config: ApiGatewayConfig,
  build: async (app, config) => {
    const faults = app.faults.bind(apiGatewayFaults());
    const products = faults.around(
      'products',
      clientOf(productRoutes, app.caller('product', config.PRODUCT_URL)),
    );
    const carts = clientOf(cartRoutes, app.caller('cart', config.CART_URL));
    const sessions = createSessions(
      clientOf(sessionRoutes, app.caller('session', config.SESSION_URL)),
    );
    const payments = clientOf(
      paymentRoutes,
      app.caller('payment', config.PAYMENT_URL, { timeout: config.CHARGE_TIMEOUT_MS }),
    );
    const pricing = createPricing(products);
    const checkout = createCheckout({
      carts,
      pricing,
      payments,
      log: app.log,
    });
    await limitRate(app.http, {
      max: config.RATE_LIMIT_PER_MINUTE,
      pods: config.RATE_LIMIT_PODS,
    });
    app.serve(shopRoutes, {
      ...catalogueHandlers(products),
      ...cartHandlers({ carts, pricing, sessions }),
      ...checkoutHandlers({ checkout, payments, sessions }),
    });
  },
});
