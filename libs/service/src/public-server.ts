import { randomUUID } from 'node:crypto';
import underPressure from '@fastify/under-pressure';
import { HealthReport, healthPath, SessionId, sessionHeader } from '@faultline/contracts';
import { requestIdHeader } from '@faultline/contracts/request-id';
import {
  fastifyTelemetry,
  hashSession,
  type Logger,
  type Metrics,
  runInRequest,
} from '@faultline/telemetry';
import fastify, { type FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { defaultLimits, limitConnections } from './connections/limit-connections';
import { serverTimes } from './connections/server-times';
import { deadlineOf, timeoutHeader } from './deadline';
import { documentRoutes } from './document-routes';
import { ProblemError } from './errors';
import { expectHosts, refuseOtherSites } from './expected-callers';
import { type Health, isWell } from './health';
import { takeJsonOnly } from './json-bodies';
import { respondToMalformedRequests } from './malformed-requests';
import { handleProblems, sendProblem, toProblem } from './problem-handler';
import { requestIdOf } from './request-id';
import type { RouteApp } from './routes';
import { compileValidator, maxParamLength } from './validation';

interface Options {
  name: string;
  version: string;
  log: Logger;
  metrics: Metrics;
  health: Health;
  requestTimeout: number;
  /** How long an idle connection is kept, in milliseconds. */
  keepAliveTimeout: number;
  maxConnections: number;
  edge: boolean;
  /** Whether it is not a part of the shop, and people look at it themselves. */
  tool: boolean;
  /** Accepted host names; if empty, the public entry accepts any. */
  allowedHosts: readonly string[];
  trustProxy: boolean | string;
  draining(): boolean;
}

/** The maximum size of a request body, in bytes. */
const bodyLimit = 64 * 1024;
const sessionIds = Compile(SessionId);

const sessionOf = (request: FastifyRequest): { session?: string } => {
  const header = request.headers[sessionHeader];
  return typeof header === 'string' && sessionIds.Check(header)
    ? { session: hashSession(header) }
    : {};
};

const followRequests = (app: RouteApp, options: Options): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(requestIdHeader, request.id);
    const deadline = deadlineOf(
      options.edge ? undefined : request.headers[timeoutHeader],
      options.requestTimeout,
    );
    const session = options.edge ? {} : sessionOf(request);
    runInRequest({ requestId: request.id, deadline, ...session }, done);
  });
  // Evaluated when the response ends, because a connection that stays open would delay the shutdown.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (options.draining()) reply.header('connection', 'close');
    done();
  });
};

/** The mean lag of the event loop beyond which requests are refused, in ms. */
const maxEventLoopLag = 2000;

const shedLoad = async (app: RouteApp): Promise<void> => {
  await app.register(underPressure, {
    maxEventLoopDelay: maxEventLoopLag,
    // An interval in which the event loop was not free even once counts as an infinite lag.
    sampleInterval: maxEventLoopLag,
    pressureHandler: () => {
      throw new ProblemError(503, 'overloaded', 'Too busy to take this request.', {
        retryAfter: 1,
      });
    },
  });
};

const reportHealth = (app: RouteApp, health: Health): void => {
  const schema = {
    summary: 'The state of this service and of everything it depends on',
    response: { 200: HealthReport, 503: HealthReport },
  };
  app.get(healthPath, { schema, config: { quiet: true, otel: false } }, async (_, reply) => {
    const report = await health.report();
    return reply.code(isWell(report) ? 200 : 503).send(report);
  });
};

/** The public server of a service, with everything that all services have in common. */
export const publicServer = async (options: Options): Promise<RouteApp> => {
  // A client's id could be a card number, or not unique.
  const requestId = options.edge ? () => randomUUID() : requestIdOf;
  const app: RouteApp = fastify({
    ...serverTimes(options.requestTimeout),
    bodyLimit,
    trustProxy: options.trustProxy,
    genReqId: requestId,
    requestIdHeader: false,
    keepAliveTimeout: options.keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength },
    clientErrorHandler: respondToMalformedRequests,
    frameworkErrors: (error, request, reply) =>
      sendProblem(reply, toProblem(error), requestId(request)),
  });
  limitConnections(app.server, app.routing, {
    ...defaultLimits,
    connections: options.maxConnections,
  });
  app.setValidatorCompiler(compileValidator);
  takeJsonOnly(app);
  handleProblems(app, options.log);
  await app.register(fastifyTelemetry, {
    logger: options.log,
    metrics: options.metrics,
    edge: options.edge,
  });
  followRequests(app, options);
  if (!options.edge || options.allowedHosts.length > 0)
    expectHosts(app, options.allowedHosts, options.tool ? 403 : 421);
  if (!options.edge) refuseOtherSites(app);
  // What shows people an overload must not be one of the things that disappear.
  if (!options.tool) await shedLoad(app);
  await documentRoutes(app, options);
  reportHealth(app, options.health);
  return app;
};
