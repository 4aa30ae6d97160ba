import { cartRoutes } from '@faultline/contracts';
import { errorRatio } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { percent } from '../settings';

export const cartNotCleared = defineFault({
  key: 'cartNotCleared',
  order: 70,
  title: 'A cart stays full after its purchase',
  service: 'cart',
  scope: 'request',
  settings: Type.Object({ rate: percent(100, 'Percent of the carts that were bought') }),
  mechanism:
    'The script that removes the bought items from a cart is sent to the replica, which refuses writes.',
  userImpact: 'The order is paid, but the bought items are still in the cart.',
  evidence: {
    metric: errorRatio({
      service: 'cart',
      route: cartRoutes.takeOut.path,
      method: cartRoutes.takeOut.method,
      window: 30,
      threshold: 0.1,
    }),
    trace: { service: 'cart', span: '/^EVAL /', exception: 'READONLY', status: 'ERROR' },
    log: { service: 'api-gateway', message: 'checkout-cart-not-cleared' },
    symptom: { check: 'checkout empties the cart' },
    alert: { name: 'RouteErrors', subject: 'cart' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'session', 'payment'],
  remedy:
    'Send writes to the primary again; a paid cart is not paid twice, and is emptied at its next checkout.',
  hints: [
    'Payments succeed. What happens after one?',
    'The checkout’s trace continues after the charge.',
    'Which server did the last command of the trace go to?',
  ],
  investigate: [
    'Checkouts get 201 with `cartCleared: false`.',
    'In such a trace, the span after the charge, `POST /cart/bought`, is marked.',
    'Its exception is Redis’s reply: READONLY, you can’t write against a read only replica.',
  ],
  difficulty: 'medium',
  source: 'OpenTelemetry Demo: a cart that cannot be emptied; here the cause is real.',
});
