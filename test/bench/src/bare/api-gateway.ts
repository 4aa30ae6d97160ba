import { productRoutes, shopRoutes } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import { type Environment, requiredVariable } from './instruments';

const before = productRoutes.read.path.replace(':id', '');

/** A read of one product with nothing but fastify and undici: the product is read and sent on. */
export const bareApiGateway = (environment: Environment): FastifyInstance => {
  const products = new Pool(requiredVariable(environment, 'PRODUCT_URL'), { connections: 64 });
  const app = fastify();
  app.get<{ Params: { id: string } }>(shopRoutes.readProduct.path, async ({ params }) => {
    const path = `${before}${encodeURIComponent(params.id)}`;
    const { body } = await products.request({ method: 'GET', path });
    return body.json();
  });
  app.addHook('onClose', () => products.close());
  return app;
};
