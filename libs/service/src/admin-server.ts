import type { Metrics } from '@faultline/telemetry';
import fastify, { type FastifyInstance } from 'fastify';

interface Probes {
  metrics: Metrics;
  /** Whether requests should be sent here now. */
  ready(): Promise<boolean>;
}

/** The server for operators: probes and metrics, on a port of its own that nothing public reaches. */
export const adminServer = ({ metrics, ready }: Probes): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  app.get('/-/healthy', async () => ({ status: 'alive' }));
  app.get('/-/ready', async (_request, reply) => {
    if (await ready()) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  return app;
};
