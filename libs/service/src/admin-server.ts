import { cpuProfile, type Metrics, ProfilerBusyError } from '@faultline/telemetry';
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
      const profile = await cpuProfile(query.seconds).catch((error: unknown) => {
        if (error instanceof ProfilerBusyError) return undefined;
        throw error;
      });
      if (!profile) return reply.code(409).send({ message: 'another profile is being taken' });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', 'attachment; filename="profile.pb.gz"')
        .send(profile);
    },
  );

  return app;
};
