import { productRoutes } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { type Environment, type Instruments, noInstruments, requiredVariable } from './instruments';

/** The product service's statement. */
const readProduct = `
  select id, name, description, category,
    json_build_object('amount', price_amount, 'currency', price_currency) as price,
    image_url as "imageUrl"
  from products where id = $1`;

/** A read of one product with nothing but fastify and pg. */
export const bareProduct = (
  environment: Environment,
  instruments: Instruments = noInstruments,
): FastifyInstance => {
  const url = requiredVariable(environment, 'DATABASE_URL');
  const pool = new Pool({ connectionString: url, max: 10 });
  const observed = instruments.observed({
    system: 'postgresql',
    store: 'product-data',
    url,
    operation: 'SELECT',
    collection: 'products',
    text: readProduct,
  });
  const app = fastify();
  instruments.install(app);
  app.after(() => {
    app.get<{ Params: { id: string } }>(productRoutes.read.path, async ({ params }) => {
      const { rows } = await observed(() => pool.query(readProduct, [params.id]));
      return rows[0];
    });
  });
  app.addHook('onClose', () => pool.end());
  return app;
};
