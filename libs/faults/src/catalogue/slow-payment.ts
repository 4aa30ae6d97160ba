import { providerRoutes, routeName } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds, percent } from '../settings';

export const slowPayment = defineFault({
  key: 'slowPayment',
  order: 20,
  title: 'The payment provider responds late',
  service: 'payment',
  scope: 'request',
  culprit: 'payment-provider',
  settings: Type.Object({
    rate: percent(50, 'Percent of the charges that it hits'),
    latency: formerly(
      'delay',
      milliseconds(5_000, 100, 15_000, 'Milliseconds that an answer of the provider is late'),
    ),
  }),
  mechanism: 'A relay in front of the provider delays its responses; the charge itself succeeds.',
  userImpact:
    'The page gives up after 4 seconds; on the next try the order is there, charged once.',
  evidence: {
    metric: {
      kind: 'quantile',
      series: {
        service: 'payment',
        metric: 'http_client_request_duration_seconds',
        labels: {
          server_address: 'payment-provider',
          http_request_method: providerRoutes.charge.method,
        },
      },
      quantile: 0.9,
      window: 30,
      threshold: 2,
    },
    trace: { service: 'payment', span: routeName(providerRoutes.charge), minDuration: 4_000 },
    log: { service: 'api-gateway', message: 'http-request', containing: '"status":504' },
    symptom: { step: 'checkout', maxDuration: 3_500 },
    alert: { name: 'DependencySlow', subject: 'payment → payment-provider' },
    serviceMap: { component: 'payment', rule: 'slow' },
  },
  unaffected: ['product', 'cart', 'session'],
  remedy: 'Ask the provider; meanwhile nothing is lost, because a key is charged once.',
  hints: [
    'No card is declined, but shoppers have to try twice. Are they charged twice?',
    'Compare how long api-gateway waits for a charge with how long payment works on it.',
    'The provider’s span ends after the shopper’s.',
  ],
  investigate: [
    'Checkouts get 504 after four seconds; `payments_total{outcome="failed"}` stays constant.',
    'In the trace of such a checkout, the CLIENT span to `payment-provider` ends after its parent.',
    'A second checkout with the same key gets 201 with the first one’s order: nothing was charged twice.',
  ],
  difficulty: 'medium',
  source: 'The shop demo of Dave Moore, after microbs: slow payments.',
});
