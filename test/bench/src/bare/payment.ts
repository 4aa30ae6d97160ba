import { createHash } from 'node:crypto';
import { paymentRoutes, sessionHeader } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { type Environment, requiredVariable } from './instruments';

/** The payment service's statement, without the columns that it does not answer with. */
const readOrder = `
  select id, order_id as "orderId", state, reason,
    json_build_object('amount', amount, 'currency', currency) as total, lines,
    to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
  from charges where order_id = $1 and session = $2 and state = 'succeeded'`;

/** A read of an order with nothing but fastify and pg. */
export const barePayment = (environment: Environment): FastifyInstance => {
  const pool = new Pool({
    connectionString: requiredVariable(environment, 'DATABASE_URL'),
    max: 10,
  });
  const app = fastify();
  app.get<{ Params: { orderId: string } }>(
    paymentRoutes.readOrder.path,
    async ({ headers, params }) => {
      // The ledger holds sessions as hashes only.
      const hash = createHash('sha256').update(String(headers[sessionHeader])).digest('hex');
      const { rows } = await pool.query(readOrder, [params.orderId, hash.slice(0, 16)]);
      return rows[0];
    },
  );
  app.addHook('onClose', () => pool.end());
  return app;
};
