import { errorRatio } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';

export const productConnections = defineFault({
  key: 'productConnections',
  order: 30,
  title: 'product-data has no connection left',
  service: 'product',
  scope: 'standing',
  culprit: 'product-data',
  settings: Type.Object({}),
  endsAfter: 240_000,
  mechanism:
    'Idle connections take all connection slots of product-data, including those of product’s own pool.',
  userImpact: 'No product is shown; items in the cart have no price and cannot be bought.',
  evidence: {
    metric: errorRatio({ service: 'product', status: '503', threshold: 0.2 }),
    trace: {
      service: 'product',
      span: '/products$/',
      attributes: { 'error.type': '53300' },
      exception: '/too many clients|remaining connection slots/',
      status: 'ERROR',
    },
    log: { service: 'product-data', message: '/too many clients|remaining connection slots/' },
    symptom: { check: '/responds with 200/' },
    alert: { name: 'StoreConnectionsExhausted', subject: 'product-data' },
    serviceMap: { component: 'product-data', rule: 'store' },
  },
  unaffected: ['session', 'payment'],
  remedy: 'End the idle connections (`pg_terminate_backend`), then find who opened them.',
  hints: [
    'Which of the two databases has a problem, and is it slow or does it refuse connections?',
    'The database’s own log says what it lacks.',
    'Ask `pg_stat_activity` which clients hold the connections, and what they do.',
  ],
  investigate: [
    'product and product-data are red, payment with a database of its own is not.',
    'The exception in product’s store span is PostgreSQL’s: too many clients, code 53300.',
    'The log of product-data repeats it for every refused connection.',
    '`select state, count(*) from pg_stat_activity group by 1` shows idle connections that nobody uses.',
  ],
  difficulty: 'easy',
  source: 'The shop demo of Dave Moore, after microbs: too many PostgreSQL connections.',
});
