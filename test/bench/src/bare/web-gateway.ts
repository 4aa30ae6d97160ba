import { shopPattern } from '@faultline/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import { type Environment, requiredVariable } from './instruments';

/** A read of the public API with nothing but fastify and undici: the response is handed on unread. */
export const bareWebGateway = (environment: Environment): FastifyInstance => {
  const apiGateway = new Pool(requiredVariable(environment, 'API_GATEWAY_URL'), {
    connections: 64,
  });
  const app = fastify();
  app.get(shopPattern, async ({ url }, reply) => {
    const { statusCode, headers, body } = await apiGateway.request({ method: 'GET', path: url });
    return reply
      .code(statusCode)
      .header('content-type', headers['content-type'])
      .send(await body.text());
  });
  app.addHook('onClose', () => apiGateway.close());
  return app;
};
