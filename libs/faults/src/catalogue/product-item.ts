import { productRoutes } from '@faultline/contracts';
import { errorRatio } from '@faultline/slo';
import { Type } from 'typebox';
import { defineFault } from '../fault';
import { productId } from '../settings';

export const productItem = defineFault({
  key: 'productItem',
  order: 60,
  title: 'One product of many cannot be shown',
  service: 'product',
  scope: 'request',
  settings: Type.Object({ product: productId('sunday-stew-pot') }),
  mechanism: 'A statement for one product reads its description as JSON, which PostgreSQL refuses.',
  userImpact: 'One product page fails every time; the rest of the shop works.',
  evidence: {
    metric: errorRatio({
      service: 'product',
      route: productRoutes.read.path,
      status: '500',
      window: 30,
      threshold: 0,
    }),
    trace: {
      service: 'product',
      span: 'SELECT products',
      attributes: { 'error.type': '22P02' },
      exception: 'invalid input syntax for type json',
      status: 'ERROR',
    },
    log: {
      service: 'product',
      message: 'http-request-failed',
      containing: 'invalid input syntax for type json',
    },
    symptom: { check: 'product responds with 200' },
    alert: { name: 'UnexpectedErrors', subject: 'product' },
    serviceMap: 'none',
  },
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Fix the row or the statement; until then, remove the product from the list.',
  hints: [
    'The shop as a whole is well within its objective. Who complains, and about what?',
    'Break the errors down by route, then by the parameter of the path.',
    'All failing spans are about the same product.',
  ],
  investigate: [
    'Overall, more than 95 % of the requests to product succeed, and no component is unhealthy.',
    'By route, only `GET /products/:id` has a few 500s.',
    'The failed SERVER spans all have the same `app.product.id`.',
    'Their store span shows what PostgreSQL refused: `invalid input syntax for type json`.',
  ],
  difficulty: 'hard',
  source: '“Microservice Forensics”, a talk: one item of many fails, the doughnut.',
});
