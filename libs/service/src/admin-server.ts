import { cpuProfile, type Metrics } from '@faultline/telemetry';
import fastify, { type FastifyInstance } from 'fastify';

interface Probes {
  metrics: Metrics;
  /** Whether requests should be sent here now. */
  ready(): Promise<boolean>;
}

const profileQuery = {
  type: 'object',
  properties: { seconds: { type: 'integer', minimum: 1, maximum: 60, default: 10 } },
} as const;

/** The server for operators: probes and metrics, on a port of its own that nothing public reaches. */
export const adminServer = ({ metrics, ready }: Probes): FastifyInstance => {
  const app = fastify({ forceCloseConnections: true });
  let profiling = false;

  app.get('/-/healthy', async () => ({ status: 'alive' }));

  app.get('/-/ready', async (_request, reply) => {
    if (await ready()) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });

  app.get('/metrics', async (request, reply) => {
    const { contentType, body } = await metrics.exposition(request.headers.accept);
    return reply.type(contentType).send(body);
  });

  app.get<{ Querystring: { seconds: number } }>(
    '/debug/pprof/profile',
    { schema: { querystring: profileQuery } },
    async ({ query }, reply) => {
      if (profiling) return reply.code(409).send({ message: 'a profile is being taken' });
      profiling = true;
      try {
        const profile = await cpuProfile(query.seconds);
        return await reply
          .type('application/octet-stream')
          .header('content-disposition', 'attachment; filename="profile.pb.gz"')
          .send(profile);
      } finally {
        profiling = false;
      }
    },
  );

  return app;
};
