import { type Context, context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import type { Logger } from './logger';
import type { Metrics } from './metrics';
import { endSpansNotFound } from './not-found-spans';
import { type RequestContext, requestContext, runInRequest } from './request-context';
import { stayUnsteered, tellStrangers } from './strangers';
import { serverSpans } from './tracing';

interface Options {
  logger: Logger;
  metrics: Pick<Metrics, 'served' | 'servedNone'>;
  /** Whether clients are untrusted: their trace context becomes a link, and a new trace begins. */
  edge?: boolean;
}

/** The conventional status of a request whose client has given up. */
const clientLeft = 499;

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']);

const bytes = (header: unknown): number => Number(header ?? 0) || 0;

const observe = (
  route: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { logger, metrics }: Options,
) => {
  const seconds = reply.elapsedTime / 1000;
  const method = knownMethods.has(request.method) ? request.method : '_OTHER';
  const requestBytes = bytes(request.headers['content-length']);
  const responseBytes = bytes(reply.getHeader('content-length'));
  metrics.served(
    {
      http_request_method: method,
      http_route: route,
      http_response_status_code: String(reply.statusCode),
    },
    seconds,
    requestBytes,
    responseBytes,
  );
  const line = {
    method,
    route,
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    requestBytes,
    responseBytes,
  };
  if (reply.statusCode >= 500) logger.error(line, 'http-request');
  else logger.info(line, 'http-request');
};

/** The span of a response with a status under 500 must not be marked as an error. */
const onlyServerErrors = (app: FastifyInstance): void => {
  app.addHook('onRoute', (route) => {
    const hooks = [route.onError ?? []].flat();
    route.onError = hooks.map(
      (hook): typeof hook =>
        function (request, reply, error, done) {
          if ((error.statusCode ?? 500) < 500) done();
          else hook.call(this, request, reply, error, done);
        },
    );
  });
};

/** The statuses with which a service responds when it fails. */
export const serverFailures = [500, 502, 503, 504] as const;

const countFromZero = (app: FastifyInstance, metrics: Options['metrics']): void => {
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat().filter((name) => name !== 'HEAD'))
      for (const status of config?.countedFromZero ?? [])
        metrics.servedNone({
          http_request_method: each,
          http_route: url,
          http_response_status_code: String(status),
        });
  });
};

/** A request's route, context and trace. */
interface Scope {
  /** The route pattern. Unknown paths share one route, so that they create no series. */
  route: string;
  request: RequestContext;
  trace: Context;
}

/** Undefined before the response; null after the request was recorded, or if it is not recorded. */
const scopeOf: unique symbol = Symbol('telemetry scope');

const currentScope = ({ routeOptions }: FastifyRequest): Scope | null => {
  const request = requestContext();
  if (!request || routeOptions.config.quiet === true) return null;
  return { route: routeOptions.url ?? 'not-found', request, trace: context.active() };
};

/**
 * Records a request once, however it ended. It restores the request's context, because a response may end without
 * a context, when the connection closes, or in the context of another request whose body was forwarded.
 */
const conclude = (request: FastifyRequest, reply: FastifyReply, options: Options): void => {
  const scope = request[scopeOf];
  if (!scope) return;
  request[scopeOf] = null;
  if (requestContext() === scope.request) observe(scope.route, request, reply, options);
  else
    runInRequest(scope.request, () =>
      context.with(scope.trace, () => observe(scope.route, request, reply, options)),
    );
};

/** Records a request whose client has disconnected, for which there is no response status. */
const concludeLeft = (request: FastifyRequest, reply: FastifyReply, options: Options): void => {
  if (!request[scopeOf]) return;
  reply.code(clientLeft);
  conclude(request, reply, options);
};

/** Needed because `onResponse` is not called after the client has disconnected. */
const watchClients = (app: FastifyInstance, options: Options): void => {
  app.addHook('onSend', (request, reply, _payload, done) => {
    // If a response cannot be sent, an error response follows.
    if (request[scopeOf] === undefined) {
      request[scopeOf] = currentScope(request);
      if (reply.raw.destroyed) concludeLeft(request, reply, options);
      else if (request[scopeOf]) reply.raw.on('close', () => concludeLeft(request, reply, options));
    }
    done();
  });
};

/** One SERVER span, one log line and one observation of the RED metrics for each request. */
export const fastifyTelemetry = fastifyPlugin<Options>(
  async (app, options) => {
    const spans = serverSpans();
    if (spans) {
      if (options.edge) stayUnsteered(app);
      await app.register(spans);
      if (options.edge) tellStrangers(app);
      onlyServerErrors(app);
    }
    countFromZero(app, options.metrics);
    app.decorateRequest(scopeOf, undefined);
    watchClients(app, options);
    if (spans) endSpansNotFound(app);
    app.addHook('onResponse', (request, reply, done) => {
      if (reply.raw.errored) reply.code(clientLeft);
      conclude(request, reply, options);
      done();
    });
  },
  { name: '@faultline/telemetry' },
);

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Leaves a route out of metrics and the request log: health checks, documents. */
    quiet?: boolean;
    /** The statuses whose requests are counted from 0, because an objective must not miss the first one. */
    countedFromZero?: readonly number[];
  }

  interface FastifyRequest {
    [scopeOf]: Scope | null | undefined;
  }
}
