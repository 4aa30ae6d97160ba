import { Type } from 'typebox';
import { defineFault } from '../fault';
import { formerly, milliseconds } from '../settings';

export const lockContention = defineFault({
  key: 'lockContention',
  order: 150,
  title: 'A transaction locks the products',
  service: 'product',
  scope: 'standing',
  culprit: 'product-data',
  settings: Type.Object({
    lockTime: formerly(
      'delay',
      milliseconds(3_000, 200, 4_500, 'Milliseconds for which each lock is held'),
    ),
  }),
  mechanism: 'A transaction repeatedly takes the lock that an `ALTER TABLE` takes, and holds it.',
  userImpact: 'All pages with products hang for seconds.',
  evidence: {
    metric: {
      kind: 'quantile',
      series: {
        service: 'product',
        metric: 'db_client_operation_duration_seconds',
        labels: { db_namespace: 'product-data' },
      },
      quantile: 0.9,
      window: 15,
      threshold: 1,
    },
    trace: {
      service: 'product',
      span: 'SELECT products',
      attributes: { 'db.query.slow': true },
      minDuration: 500,
      minCount: 3,
    },
    log: { service: 'product', message: 'postgres-query-slow', minCount: 3 },
    symptom: { step: 'product-list', maxDuration: 500 },
    alert: { name: 'ServiceSlow', subject: 'product' },
    serviceMap: { component: 'product', rule: 'slow' },
  },
  unaffected: ['session', 'payment'],
  remedy: 'End the transaction that holds the lock; give migrations a `lock_timeout`.',
  hints: [
    'Every statement on one table is slow, even the simplest.',
    'The statements are slow, but the database is idle. What does it wait for?',
    'Ask `pg_locks` and `pg_stat_activity` which process waits for which.',
  ],
  investigate: [
    'p95 of product is over 2 s, and nearly all of it is in the store spans.',
    'The log has `postgres-query-slow` for statements by primary key.',
    '`select pid, wait_event_type, query from pg_stat_activity` shows them waiting for a lock, and who holds it.',
  ],
  difficulty: 'hard',
  source: 'A classic of schema migrations under load.',
});
