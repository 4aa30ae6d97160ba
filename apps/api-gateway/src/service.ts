import { cartClient, paymentClient, productClient, sessionClient } from '@faultline/contracts';
import { defineService } from '@faultline/service';
import { createCheckout } from './checkout';
import { ApiGatewayConfig } from './config';
import { withFaults } from './faults';
import { createPricing } from './pricing';
import { limitRate } from './rate-limit';
import { cartRoutes } from './routes/cart';
import { checkoutRoutes } from './routes/checkout';
import { productRoutes } from './routes/products';
import { createSessions } from './sessions';

export const apiGateway = defineService({
  name: 'api-gateway',
  config: ApiGatewayConfig,
  build: async (app, config) => {
    const products = withFaults(
      app.faults,
      productClient(app.caller('product', config.PRODUCT_URL)),
    );
    const carts = cartClient(app.caller('cart', config.CART_URL));
    const sessions = createSessions(sessionClient(app.caller('session', config.SESSION_URL)));
    const payments = paymentClient(
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
    app.routes(productRoutes, { products });
    app.routes(cartRoutes, { carts, pricing, sessions });
    app.routes(checkoutRoutes, { checkout, payments, sessions });
  },
});
