import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds } from '../settings';

export const cartStoreSlow = defineFault({
  key: 'cartStoreSlow',
  order: 90,
  title: 'cart-data pauses again and again',
  service: 'cart',
  scope: 'standing',
  culprit: 'cart-data',
  settings: Type.Object({
    pause: formerly(
      'delay',
      milliseconds(1_400, 100, 1_800, 'Milliseconds of each 2 seconds that Redis pauses'),
    ),
  }),
  mechanism: 'Redis delays every command (`CLIENT PAUSE`), as it would while it forks or swaps.',
  userImpact: 'Putting something into the cart takes seconds; reading the cart is fast.',
  evidence: {
    metric: {
      kind: 'quantile',
      series: {
        service: 'cart',
        metric: 'db_client_operation_duration_seconds',
        labels: { db_namespace: 'cart-data' },
      },
      quantile: 0.9,
      window: 15,
      threshold: 0.3,
    },
    trace: {
      service: 'cart',
      span: '/ cart-data$/',
      attributes: { 'db.query.slow': true },
      minDuration: 300,
      minCount: 3,
    },
    log: { service: 'cart', message: 'redis-command-slow', containing: 'cart-data', minCount: 3 },
    symptom: { step: 'cart-put', maxDuration: 400 },
    alert: { name: 'StoreSlow', subject: 'cart-data' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'session', 'payment'],
  remedy: 'Find what delays Redis (`SLOWLOG`, `LATENCY DOCTOR`, the machine’s memory), and end it.',
  hints: [
    'Reads of a cart are fast and writes are slow. What distinguishes them?',
    'Compare the store spans of `cart-data` and of `cart-data-replica`.',
    'Every command waits, so the cause is not one command.',
  ],
  investigate: [
    '`PUT /cart/items/:productId` is slow, `GET /cart` is not.',
    'Writes go to `cart-data`, reads to its replica: only the primary’s spans are slow.',
    'The log has `redis-command-slow` for commands that do next to nothing.',
  ],
  difficulty: 'medium',
  source: 'Redis pauses when it forks or swaps, as operators know.',
});
