import { productRoutes, routeName } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds, percent } from '../settings';

export const productCalculation = defineFault({
  key: 'productCalculation',
  order: 40,
  title: 'A long calculation that divides by zero',
  service: 'product',
  scope: 'request',
  settings: Type.Object({
    rate: percent(15, 'Percent of the product pages that it hits'),
    cpuTime: formerly(
      'delay',
      milliseconds(2_500, 100, 8_000, 'Milliseconds that the calculation keeps the process busy'),
    ),
  }),
  mechanism:
    'A calculation blocks the event loop, so that all requests wait for it, and ends with a division by zero.',
  userImpact: 'All pages with products are slow, and some product pages fail.',
  evidence: {
    metric: {
      kind: 'quantile',
      series: { service: 'product', metric: 'http_server_request_duration_seconds' },
      quantile: 0.95,
      window: 15,
      threshold: 1,
    },
    trace: {
      service: 'product',
      span: routeName(productRoutes.read),
      exception: 'Division by zero',
      status: 'ERROR',
    },
    log: { service: 'product', message: 'http-request-failed', containing: 'Division by zero' },
    symptom: { step: 'product', maxDuration: 1_500 },
    alert: { name: 'ServiceSlow', subject: 'product' },
    serviceMap: { component: 'product', rule: 'slow' },
  },
  unaffected: ['session', 'payment'],
  remedy: 'Move the calculation out of the request or into a worker; check the divisor.',
  hints: [
    'Product is slow and its database is fast. What does the process do meanwhile?',
    'Look at the delay of the event loop, then at a CPU profile.',
    'One function stands out in the profile; the failing spans say how it ends.',
  ],
  investigate: [
    'p95 of product is over 2 s on all routes, though the store spans take milliseconds.',
    '`nodejs_eventloop_lag_p99_seconds` shows that something blocks the event loop.',
    '`GET /debug/pprof/profile` on the admin port: one function takes nearly all samples.',
    'The failed requests’ exception is `RangeError: Division by zero` in the same function.',
  ],
  difficulty: 'medium',
  source:
    'The shop demo of Dave Moore, after microbs: a long calculation, then a division by zero.',
});
