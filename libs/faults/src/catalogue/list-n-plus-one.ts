import { Type } from 'typebox';
import { defineFault } from '../fault';

export const listNPlusOne = defineFault({
  key: 'listNPlusOne',
  order: 130,
  title: 'The product list makes a query for each row',
  service: 'product',
  scope: 'request',
  settings: Type.Object({}),
  mechanism:
    'One statement reads the ids of the list, and then one statement per product reads the rest.',
  userImpact: 'The longer a list is, the slower it loads.',
  evidence: {
    metric: {
      kind: 'ratio',
      numerator: {
        service: 'product',
        metric: 'db_client_operation_duration_seconds_count',
        labels: { db_namespace: 'product-data' },
      },
      denominator: { service: 'product', metric: 'http_server_request_duration_seconds_count' },
      window: 15,
      threshold: 2,
    },
    trace: { service: 'product', span: 'SELECT products', minPerTrace: 8 },
    log: 'none',
    symptom: 'none',
    alert: { name: 'ReadsPerRequestHigh', subject: 'product-data' },
    serviceMap: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Read the rows in one statement (`where id = any ($1)`).',
  hints: [
    'No query is slow. How many are there?',
    'Count the store spans of one list.',
    'They repeat the same statement.',
  ],
  investigate: [
    'The number of queries per request has grown tenfold; each is fast.',
    'The trace of a list shows the same statement many times in sequence.',
  ],
  difficulty: 'medium',
  source: 'A classic of every object-relational mapper.',
});
