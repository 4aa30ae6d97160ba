import { notFollowing } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';

export const replicaStale = defineFault({
  key: 'replicaStale',
  order: 100,
  title: 'Carts are read from a replica that has stopped replicating',
  service: 'cart',
  scope: 'standing',
  culprit: 'cart-data-replica',
  settings: Type.Object({}),
  mechanism:
    'The replica of cart-data stops replicating (`REPLICAOF NO ONE`) and serves stale data; the guard that would read the primary instead is off.',
  userImpact:
    'Items that were put into the cart are missing, and the checkout is refused because the cart has changed.',
  evidence: {
    metric: notFollowing('cart', 'cart-data-replica'),
    trace: 'none',
    log: { service: 'cart-data-replica', message: '/MASTER MODE enabled/' },
    symptom: { check: '/^cart /' },
    alert: { name: 'ReplicaNotFollowing', subject: 'cart-data-replica' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'session', 'payment'],
  remedy: 'Let the replica follow its primary again (`REPLICAOF`), and watch its lag.',
  hints: [
    'No request fails. Which responses are wrong?',
    'Where is a cart written, and where is it read?',
    'Ask both servers `INFO replication`.',
  ],
  investigate: [
    'No request is slow or fails, but shoppers see old versions of their carts.',
    'The trace of `GET /api/cart` reads from `cart-data-replica`, that of a `PUT` writes to `cart-data`.',
    '`redis_replica_link_up` is 0, `redis_replica_lag_bytes` grows without end, and `/health/status` names the replica.',
    'The replica’s log shows when it stopped replicating, and cart’s log (`redis-replica-not-following`) shows why.',
  ],
  difficulty: 'hard',
  source: 'The shop demo of Dave Moore, after microbs: Redis with replicas.',
});
