/**
 * Preload of every service (`node --require @faultline/telemetry/register`): traces start before
 * any module that they follow is loaded.
 */
import FastifyOtelInstrumentation from '@fastify/otel';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { serviceResource } from './resource';
import { spanProcessors } from './span-export';
import { describeSql } from './sql-description';
import { installTracing } from './tracing';

const serverInstrumentation = new FastifyOtelInstrumentation({
  instrumentHooks: false,
  instrumentHandler: false,
  requestHook: (span, request) => {
    const route = request.routeOptions.url;
    span.updateName(route ? `${request.method} ${route}` : request.method);
    span.setAttribute('url.path', request.url.split('?', 1)[0] ?? '/');
  },
});

const provider = new NodeTracerProvider({
  resource: serviceResource(process.env),
  spanProcessors: spanProcessors(process.env),
});
provider.register();

registerInstrumentations({
  instrumentations: [
    serverInstrumentation,
    new UndiciInstrumentation({ requireParentforSpans: true }),
    new PgInstrumentation({
      ignoreConnectSpans: true,
      requireParentSpan: true,
      requestHook: (span, { query, connection }) => {
        const { operation, collection } = describeSql(query.text);
        span.updateName(collection ? `${operation} ${collection}` : operation);
        span.setAttributes({
          'db.operation.name': operation,
          'db.user': connection.user ?? '',
          ...(collection && { 'db.collection.name': collection }),
        });
      },
    }),
    new IORedisInstrumentation({
      requireParentSpan: true,
      // Keys hold session ids and values hold carts: the command's name is all that may be shown.
      dbStatementSerializer: (command) => command,
    }),
  ],
});

installTracing({
  serverSpans: serverInstrumentation.plugin(),
  flush: () => provider.shutdown(),
});
