import fastify from 'fastify';
import { loopbackHost } from './addresses';
import { defaultLimits, limitConnections } from './connections/limit-connections';
import { serverTimes } from './connections/server-times';
import { respondToMalformedRequests } from './malformed-requests';
import { handleProblems } from './problem-handler';
import type { RouteApp } from './routes';
import { compileValidator, maxParamLength } from './validation';

/** The maximum time in milliseconds until a response begins, including the delay by a fault. */
const longestResponse = 60_000;

/** A server with our error format and without telemetry: a simulated external system, or a receiver of telemetry. */
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

/** Listens on a free loopback port and returns the base URL. */
export const listenOnLoopback = async (app: RouteApp): Promise<string> =>
  app.listen({ host: await loopbackHost(), port: 0 });
