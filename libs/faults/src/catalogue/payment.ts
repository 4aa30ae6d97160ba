import { providerRoutes, routeName } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { percent } from '../settings';

export const payment = defineFault({
  key: 'payment',
  order: 10,
  title: 'The payment provider cannot be reached',
  service: 'payment',
  scope: 'request',
  culprit: 'payment-provider',
  settings: Type.Object({ rate: percent(50, 'Percent of the charges that it hits') }),
  mechanism: 'Charges are sent to an address where nothing listens: the connection is refused.',
  userImpact:
    'Some checkouts end with “Failed to connect to payment provider”; trying again may work.',
  evidence: {
    metric: {
      kind: 'ratio',
      numerator: { service: 'payment', metric: 'payments_total', labels: { outcome: 'failed' } },
      denominator: { service: 'payment', metric: 'payments_total' },
      window: 30,
      threshold: 0.02,
    },
    trace: {
      service: 'payment',
      span: routeName(providerRoutes.charge),
      attributes: { 'error.type': 'payment-provider-unreachable' },
      exception: 'ECONNREFUSED',
      status: 'ERROR',
    },
    log: {
      service: 'payment',
      message: 'payment-charge-provider-unreachable',
      containing: 'ECONNREFUSED',
    },
    symptom: { step: 'checkout', status: '5xx' },
    alert: { name: 'PaymentsFailing', subject: 'payment' },
    serviceMap: { component: 'payment', rule: 'errors' },
  },
  unaffected: ['product', 'cart', 'session'],
  remedy: 'Restore the route to the provider, or fail over to another one.',
  hints: [
    'Which responses do shoppers get when they pay, and which service fails first?',
    'Open the trace of a failed checkout and look at the last span that is marked.',
    'payment calls an external system; the span of that call ends before anything was sent.',
  ],
  investigate: [
    'The share of failed payments rises, while the number of checkouts does not change: `payments_total{outcome="failed"}`.',
    'Take an exemplar of a failed `POST /charges` of payment, and open its trace: the CLIENT span to `payment-provider` is the deepest one with an error.',
    'Its exception says that the connection was refused, so nothing was charged.',
    'The log has one `payment-charge-provider-unreachable` for each failure, with the same trace id.',
  ],
  difficulty: 'easy',
  source: 'The shop demo of Dave Moore, after microbs: payment failures.',
});
