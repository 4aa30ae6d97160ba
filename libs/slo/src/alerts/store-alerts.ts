import { storeDuration } from '@faultline/telemetry/names';
import {
  type ServiceName,
  type StoreName,
  serviceNames,
  services,
  stores,
} from '@faultline/topology';
import {
  maxErrorRatio,
  minCompared,
  minFailures,
  minSlow,
  notFollowing,
  operations,
  requests,
  evaluationWindow as window,
} from '../shared-conditions';
import type { AlertKind, AlertMember } from './alert';

type StoreKind = (store: StoreName) => boolean;

const isPostgres: StoreKind = (store) => stores[store].engine === 'postgresql';
const isReplica: StoreKind = (store) => stores[store].replicaOf !== undefined;
const isPrimary: StoreKind = (store) => !isReplica(store);

/** A rule for each store of a kind, by what the service that uses it is told. */
const forEachStore = (
  when: (service: ServiceName, store: StoreName) => AlertMember['when'],
  kind: StoreKind = () => true,
): readonly AlertMember[] =>
  serviceNames.flatMap((service) =>
    services[service].stores
      .filter(kind)
      .map((store) => ({ subject: store, component: store, when: when(service, store) })),
  );

/** Operations that end with an error of this type. */
const failing = (error_type: string) => (service: ServiceName, store: StoreName) =>
  ({
    kind: 'ratio',
    numerator: { service, metric: operations, labels: { db_namespace: store, error_type } },
    denominator: { service, metric: operations, labels: { db_namespace: store } },
    window,
    threshold: maxErrorRatio,
    minNumerator: minFailures,
  }) as const;

/** A lost connection, an error of the system's sockets, a server that shuts down or is loading (SQLSTATE 57P0x, 08xxx). */
const connectionErrors = '/^(unavailable|E[A-Z]+|57P0.|08...|LOADING)$/';

export const storeAlerts = {
  StoreUnreachable: {
    priority: 'page',
    title: 'A store cannot be reached',
    members: forEachStore(failing(connectionErrors), isPrimary),
  },
  StoreErrors: {
    priority: 'page',
    title: 'The operations on a store fail',
    members: forEachStore(failing('/./'), isPrimary),
  },
  ReplicaErrors: {
    priority: 'ticket',
    title: 'The operations on a replica fail',
    // The primary takes its reads, so that no shopper notices.
    members: forEachStore(failing('/./'), isReplica),
  },
  StoreConnectionsExhausted: {
    priority: 'page',
    title: 'A database accepts no more connections',
    members: forEachStore(failing('53300'), isPostgres),
  },
  StoreConnectionsScarce: {
    priority: 'ticket',
    title: 'Requests wait for a connection to a database',
    cause: 'user',
    members: forEachStore(
      (service, store) => ({
        kind: 'gauge',
        series: {
          service,
          metric: 'db_client_connections',
          labels: { db_client_connection_pool_name: store, db_client_connection_state: 'waiting' },
        },
        comparison: 'above',
        threshold: 0.5,
        window,
      }),
      isPostgres,
    ),
  },
  StoreConnectionsNearMaximum: {
    priority: 'ticket',
    title: 'A database has few connections left',
    cause: 'user',
    members: forEachStore(
      (_service, store) => ({
        kind: 'gauge',
        series: {
          service: 'console',
          metric: 'postgres_connections_used_ratio',
          labels: { db_namespace: store },
        },
        comparison: 'above',
        threshold: 0.8,
        window,
      }),
      isPostgres,
    ),
  },
  StoreLockWaits: {
    priority: 'ticket',
    title: 'Statements wait for locks in a database',
    cause: 'user',
    members: forEachStore(
      (_service, store) => ({
        kind: 'gauge',
        series: {
          service: 'console',
          metric: 'postgres_lock_waiters',
          labels: { db_namespace: store },
        },
        comparison: 'above',
        threshold: 0.5,
        window,
      }),
      isPostgres,
    ),
  },
  StoreSlow: {
    priority: 'ticket',
    title: 'A store is slow',
    members: forEachStore((service, store) => ({
      kind: 'quantile',
      series: { service, metric: storeDuration, labels: { db_namespace: store } },
      quantile: 0.9,
      window,
      threshold: 0.5,
      minOver: minSlow,
    })),
  },
  ReadsPerRequestHigh: {
    priority: 'ticket',
    title: 'A service reads from a store again and again for each request',
    cause: 'user',
    members: forEachStore((service, store) => ({
      kind: 'ratio',
      numerator: {
        service,
        metric: operations,
        labels: { db_namespace: store, db_operation_name: '/^(SELECT|H?M?GET|HGETALL)$/' },
      },
      denominator: { service, metric: requests },
      window,
      threshold: 2,
      minEvents: minCompared,
    })),
  },
  ReplicaNotFollowing: {
    priority: 'ticket',
    title: 'A replica does not follow its primary',
    members: forEachStore(notFollowing, isReplica),
  },
  ReplicaBehind: {
    priority: 'ticket',
    title: 'A replica is behind its primary',
    members: forEachStore(
      (service, store) => ({
        kind: 'gauge',
        series: { service, metric: 'redis_replica_lag_bytes', labels: { db_namespace: store } },
        comparison: 'above',
        threshold: 10_000,
        window,
      }),
      isReplica,
    ),
  },
} as const satisfies Readonly<Record<string, AlertKind>>;
