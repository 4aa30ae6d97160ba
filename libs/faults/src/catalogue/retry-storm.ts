import { productRoutes, routeName, shopRoutes } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds, wholeNumber } from '../settings';

export const retryStorm = defineFault({
  key: 'retryStorm',
  order: 140,
  title: 'api-gateway retries too soon and too often',
  service: 'api-gateway',
  scope: 'request',
  settings: Type.Object({
    tries: wholeNumber(8, 2, 20, 'How often a product list is asked for at most'),
    interval: formerly(
      'delay',
      milliseconds(0, 0, 100, 'Milliseconds after which the next try starts; 0: at once'),
    ),
  }),
  mechanism:
    'A retry starts before the last try can have a response; earlier tries are not cancelled.',
  userImpact: 'Nothing, until product is overloaded.',
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
    // One retry is correct if the first try was refused.
    trace: { service: 'api-gateway', span: routeName(productRoutes.list), minPerTrace: 3 },
    log: 'none',
    symptom: 'none',
    alert: { name: 'CallsPerRequestHigh', subject: 'api-gateway → product' },
    serviceMap: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Retry only failed requests, with a budget and increasing delays.',
  hints: [
    'product gets more requests. Are there more shoppers?',
    'Compare the requests that api-gateway receives with those that it sends.',
    'One SERVER span of api-gateway has many identical CLIENT spans.',
  ],
  investigate: [
    'Requests to product’s list multiply, those to api-gateway’s do not.',
    'A trace of `GET /api/products` shows the same call many times, overlapping.',
  ],
  difficulty: 'medium',
  source: 'A classic of outages that feed themselves.',
});
