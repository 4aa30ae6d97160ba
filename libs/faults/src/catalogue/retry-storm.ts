import { productRoutes, routeName, shopRoutes } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds, wholeNumber } from '../settings';

export const retryStorm = defineFault({
  key: 'retryStorm',
  order: 140,
  title: 'api-gateway tries again too soon and too often',
  service: 'api-gateway',
  scope: 'request',
  settings: Type.Object({
    tries: wholeNumber(8, 2, 20, 'How often a product list is asked for at most'),
    interval: formerly(
      'delay',
      milliseconds(1, 1, 100, 'Milliseconds after which the next try starts'),
    ),
  }),
  mechanism:
    'Another try starts when the last one has not answered after 1 ms; all of them run to their end.',
  userImpact: 'Nothing, until product cannot keep up.',
  evidence: {
    metric: {
      kind: 'ratio',
      numerator: {
        service: 'product',
        metric: 'http_server_request_duration_seconds_count',
        labels: { http_route: productRoutes.list.path },
      },
      denominator: {
        service: 'api-gateway',
        metric: 'http_server_request_duration_seconds_count',
        labels: { http_route: shopRoutes.listProducts.path },
      },
      window: 15,
      threshold: 1.3,
    },
    // One more try is right where the first was refused.
    trace: { service: 'api-gateway', span: routeName(productRoutes.list), minPerTrace: 3 },
    log: 'none',
    symptom: 'none',
    alert: 'ProductCallsHigh',
    serviceMap: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Retry only what failed, with a budget and a growing pause.',
  hints: [
    'Product has more to do. Do more shoppers ask?',
    'Compare what api-gateway is asked with what it asks.',
    'One SERVER span of api-gateway has many equal CLIENT spans.',
  ],
  investigate: [
    'Requests to product’s list multiply, those to api-gateway’s do not.',
    'A trace of `GET /api/products` shows the same call many times, overlapping.',
  ],
  difficulty: 'medium',
  source: 'A classic of outages that feed themselves.',
});
