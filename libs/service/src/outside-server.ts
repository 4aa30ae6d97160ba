import fastify from 'fastify';
import { loopbackHost } from './addresses';
import { defaultLimits, limitConnections } from './connections/limit-connections';
import { serverTimes } from './connections/server-times';
import { respondToMalformedRequests } from './malformed-requests';
import { handleProblems } from './problem-handler';
import type { RouteApp } from './routes';
import { compileValidator, maxParamLength } from './validation';

/** Milliseconds that a response may take to begin, with a fault in it as well. */
const longestResponse = 60_000;

/** A server that stands for somebody else: it answers like ours but emits no telemetry. */
export const outsideServer = (): RouteApp => {
  const app: RouteApp = fastify({
    ...serverTimes(longestResponse),
    forceCloseConnections: true,
    routerOptions: { maxParamLength },
    clientErrorHandler: respondToMalformedRequests,
  });
  limitConnections(app.server, app.routing, defaultLimits);
  app.setValidatorCompiler(compileValidator);
  handleProblems(app);
  return app;
};

/** Makes it reachable from this process only, on a free port, and answers with its base URL. */
export const listenOnLoopback = async (app: RouteApp): Promise<string> =>
  app.listen({ host: await loopbackHost(), port: 0 });
