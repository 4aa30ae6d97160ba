import type { FaultStatus } from '@faultline/faults';
import { cpuProfile, type Metrics, ProfilerBusyError } from '@faultline/telemetry';
import fastify from 'fastify';
import { defaultLimits, limitConnections } from './connections/limit-connections';
import { serverTimes } from './connections/server-times';
import { ProblemError } from './errors';
import { expectHosts, refuseOtherSites } from './expected-callers';
import { respondToMalformedRequests } from './malformed-requests';
import { handleProblems } from './problem-handler';
import type { RouteApp } from './routes';
import { compileValidator } from './validation';

interface Probes {
  metrics: Metrics;
  /** Host names that operators' programs use. */
  allowedHosts: readonly string[];
  /** Whether the service is ready for requests. */
  ready(): Promise<boolean>;
  /** The faults that are on, and the reasons of those that fail to start. */
  faults(): FaultStatus[];
}

/** The maximum duration of a profile, in milliseconds. */
const longestProfile = 60_000;

const profileQuery = {
  type: 'object',
  properties: { seconds: { type: 'integer', minimum: 1, maximum: 60, default: 10 } },
} as const;

/** The server for operators: probes, metrics and profiles, on a port that is not public. */
export const adminServer = ({ metrics, allowedHosts, ready, faults }: Probes): RouteApp => {
  const app: RouteApp = fastify({
    ...serverTimes(longestProfile),
    forceCloseConnections: true,
    clientErrorHandler: respondToMalformedRequests,
  });
  app.setValidatorCompiler(compileValidator);
  limitConnections(app.server, app.routing, defaultLimits);
  handleProblems(app);
  expectHosts(app, allowedHosts);
  refuseOtherSites(app);

  app.get('/-/healthy', async () => ({ status: 'alive' }));

  app.get('/-/ready', async (_request, reply) => {
    if (await ready()) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });

  // Faults are reported only here, never in a log line, span or metric.
  app.get('/-/faults', async () => faults());

  app.get('/metrics', async (request, reply) => {
    const { contentType, body } = await metrics.exposition(request.headers.accept);
    return reply.type(contentType).send(body);
  });

  app.get<{ Querystring: { seconds: number } }>(
    '/debug/pprof/profile',
    { schema: { querystring: profileQuery } },
    async ({ query }, reply) => {
      const profile = await cpuProfile(query.seconds).catch((error: unknown) => {
        if (error instanceof ProfilerBusyError)
          throw new ProblemError(409, 'profiler-busy', 'Another profile is being taken.');
        throw error;
      });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', 'attachment; filename="profile.pb.gz"')
        .send(profile);
    },
  );

  return app;
};
