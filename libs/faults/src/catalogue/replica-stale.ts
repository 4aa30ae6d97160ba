import { Type } from 'typebox';
import { defineFault } from '../fault';

export const replicaStale = defineFault({
  key: 'replicaStale',
  title: 'Carts are read from a replica that follows nobody',
  service: 'cart',
  scope: 'standing',
  settings: Type.Object({}),
  breaks:
    'The replica of cart-data stops replicating (`REPLICAOF NO ONE`) and answers with what it has.',
  shopper:
    'What was put into the cart is not there, and the checkout is refused: the cart has changed.',
  evidence: {
    metric: {
      kind: 'gauge',
      of: {
        service: 'cart',
        metric: 'redis_replica_lag_bytes',
        labels: { db_namespace: 'cart-data-replica' },
      },
      above: 100,
    },
    trace: 'none',
    log: { service: 'cart-data-replica', message: '/MASTER MODE enabled/' },
    symptom: { check: '/^cart /' },
    alert: 'CartReplicaBehind',
    map: 'none',
  },
  unaffected: ['product', 'session', 'payment'],
  remedy: 'Let the replica follow its primary again (`REPLICAOF`), and watch its lag.',
  hints: [
    'No request fails. Which answers are wrong?',
    'Where is a cart written, and where is it read?',
    'Ask both servers `INFO replication`.',
  ],
  investigate: [
    'Nothing is slow or fails; shoppers see carts of some time ago.',
    'The trace of `GET /api/cart` reads from `cart-data-replica`, that of a `PUT` writes to `cart-data`.',
    '`redis_replica_lag_bytes` grows without end.',
    'The replica’s log says when it stopped to follow.',
  ],
  difficulty: 'hard',
  source: 'The shop demo of Dave Moore, after microbs: Redis with replicas.',
});
