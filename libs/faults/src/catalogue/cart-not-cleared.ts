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
    'The script that takes what was bought out of a cart is sent to the replica, which takes no writes.',
  userImpact: 'The order is paid, and the cart still holds what was bought.',
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
    alert: 'CartsNotCleared',
    serviceMap: 'none',
  },
  unaffected: ['product', 'session', 'payment'],
  remedy:
    'Send writes to the primary again; a paid cart is not paid twice, and is emptied at its next checkout.',
  hints: [
    'Payments are well. What happens after one?',
    'The checkout’s trace goes on behind the charge.',
    'Which server did the last command of the trace go to?',
  ],
  investigate: [
    'Checkouts answer 201 with `cartCleared: false`.',
    'In such a trace, the span after the charge, `POST /cart/bought`, is marked.',
    'Redis’s answer is its exception: READONLY, you can’t write against a read only replica.',
  ],
  difficulty: 'medium',
  source: 'OpenTelemetry Demo: a cart that cannot be emptied; here the cause is real.',
});
