import { productRoutes } from '@faultline/contracts';
import { errorRatio } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { percent } from '../settings';

export const searchSql = defineFault({
  key: 'searchSql',
  order: 80,
  title: 'A broken statement in search',
  service: 'product',
  scope: 'request',
  settings: Type.Object({ rate: percent(100, 'Percent of the searches that it hits') }),
  mechanism: 'Search sends a statement that names a column which does not exist.',
  userImpact: 'Every search fails; the catalogue itself works.',
  evidence: {
    metric: errorRatio({
      service: 'product',
      route: productRoutes.search.path,
      status: '500',
      window: 30,
      threshold: 0.1,
    }),
    trace: {
      service: 'product',
      span: 'SELECT products',
      attributes: { 'error.type': '42703' },
      exception: 'does not exist',
      status: 'ERROR',
    },
    log: { service: 'product-data', message: '/column .* does not exist/' },
    symptom: { check: 'search responds with 200' },
    alert: { name: 'SearchFailing', subject: 'api-gateway' },
    serviceMap: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Roll the release back, or add the column.',
  hints: [
    'Which route of product fails, and since when?',
    'The store span shows the statement.',
    'Compare the statement’s columns with the table’s.',
  ],
  investigate: [
    'By route, only `GET /search` fails, every time.',
    'The store span’s `db.query.text` has the statement; its exception names the column.',
    'The log of product-data has the same error, with the statement.',
  ],
  difficulty: 'easy',
  source: 'The shop demo of Dave Moore, after microbs: the SQL statement in the span.',
});
