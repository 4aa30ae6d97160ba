import { productRoutes, routeName } from '@faultline/contracts';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds } from '../settings';

export const productCpu = defineFault({
  key: 'productCpu',
  order: 120,
  title: 'product burns CPU',
  service: 'product',
  scope: 'request',
  settings: Type.Object({
    cpuTime: formerly(
      'delay',
      milliseconds(120, 5, 500, 'Milliseconds of CPU that each request burns'),
    ),
  }),
  mechanism:
    'Each request uses CPU for a while, so that the process saturates and latency grows with the load.',
  userImpact: 'The shop gets slower the more shoppers there are.',
  evidence: {
    // What a request costs does not depend on what else the machine does.
    metric: {
      kind: 'ratio',
      numerator: { service: 'product', metric: 'process_cpu_seconds_total' },
      denominator: { service: 'product', metric: 'http_server_request_duration_seconds_count' },
      window: 15,
      threshold: 0.01,
      minEvents: 50,
    },
    // While the fault is on, each list takes that long unless it is refused.
    trace: {
      service: 'product',
      span: routeName(productRoutes.list),
      attributes: { 'http.response.status_code': 200 },
      minDuration: 110,
      minRatio: 0.5,
      minCount: 5,
    },
    log: 'none',
    symptom: { step: 'product-list', maxDuration: 120, minRatio: 0.5 },
    // Whether CpuSaturated or ServiceErrors comes first depends on the cores that the machine has to spare; this does not.
    alert: { name: 'EventLoopBlocked', subject: 'product' },
    serviceMap: 'none',
  },
  unaffected: ['session', 'payment'],
  remedy: 'Add instances; then find the function in a CPU profile.',
  hints: [
    'Latency follows the load. Which of the four golden signals is that?',
    'Which process uses the CPU?',
    'Take a CPU profile of it.',
  ],
  investigate: [
    '`rate(process_cpu_seconds_total)` of product comes near one core; the other services are idle.',
    'Its SERVER spans are long and their store spans are short: the time is spent in the process itself.',
    'The CPU profile shows the function.',
  ],
  difficulty: 'easy',
  source: 'FridayMorning, on testing in production: saturation.',
});
