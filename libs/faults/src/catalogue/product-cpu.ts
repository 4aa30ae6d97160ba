import { Type } from 'typebox';
import { defineFault } from '../fault';
import { milliseconds } from '../settings';

export const productCpu = defineFault({
  key: 'productCpu',
  title: 'product burns CPU',
  service: 'product',
  scope: 'request',
  settings: Type.Object({
    delay: milliseconds(60, 5, 500, 'Milliseconds of CPU that each request burns'),
  }),
  breaks:
    'Each request computes for a while: the process saturates, and latency grows with the load.',
  shopper: 'The shop gets slower the more shoppers there are.',
  evidence: {
    metric: {
      kind: 'rate',
      of: { service: 'product', metric: 'process_cpu_seconds_total' },
      window: 15,
      above: 0.35,
    },
    trace: { service: 'product', span: '/^GET /', lasts: 55 },
    log: 'none',
    symptom: { step: 'product-list', slowerThan: 60 },
    alert: 'ProductBusy',
    map: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'More instances now; then find the function in a CPU profile.',
  hints: [
    'Latency follows the load. Which of the four golden signals is that?',
    'Which process uses the CPU?',
    'Take a CPU profile of it.',
  ],
  investigate: [
    '`rate(process_cpu_seconds_total)` of product is near a core; the others idle.',
    'Its SERVER spans are long, the store spans in them short: time passes in the process itself.',
    'The CPU profile shows the function.',
  ],
  difficulty: 'easy',
  source: 'FridayMorning, on testing in production: saturation.',
});
