import { notFollowing } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';

export const replicaStale = defineFault({
  key: 'replicaStale',
  order: 100,
  title: 'Carts are read from a replica that follows nobody',
  service: 'cart',
  scope: 'standing',
  settings: Type.Object({}),
  mechanism:
    'The replica of cart-data stops replicating (`REPLICAOF NO ONE`) and answers with what it has; the guard that reads the primary instead is off.',
  userImpact:
    'What was put into the cart is not there, and the checkout is refused: the cart has changed.',
  evidence: {
    metric: notFollowing('cart', 'cart-data-replica'),
    trace: 'none',
    log: { service: 'cart-data-replica', message: '/MASTER MODE enabled/' },
    symptom: { check: '/^cart /' },
    alert: 'CartReplicaNotFollowing',
    serviceMap: 'none',
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
    '`redis_replica_link_up` is 0, `redis_replica_lag_bytes` grows without end, and `/health/status` names the replica.',
    'The replica’s log says when it stopped to follow, and cart’s (`redis-replica-not-following`) why.',
  ],
  difficulty: 'hard',
  source: 'The shop demo of Dave Moore, after microbs: Redis with replicas.',
});
