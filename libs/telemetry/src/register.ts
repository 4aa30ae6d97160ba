/**
 * Preload of every service (`node --require @faultline/telemetry/register`): traces start before
 * anything else does. Spans of calls and stores are made where the kit makes the call, so no module
 * is patched here.
 */
import FastifyOtelInstrumentation from '@fastify/otel';
import { DiagLogLevel, diag } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { diagnostics } from './export/diagnostics';
import { logExport } from './export/log-export';
import { spanProcessors } from './export/span-export';
import { startContinuousProfile } from './profile';
import { serviceResource } from './resource';
import { startServerSpan } from './server-span';
import { installTracing } from './tracing';

const environment = process.env;

diag.setLogger(diagnostics, DiagLogLevel.ERROR);

const provider = new NodeTracerProvider({
  resource: serviceResource(environment),
  spanProcessors: spanProcessors(environment),
});
provider.register();

const servers = new FastifyOtelInstrumentation({
  instrumentHooks: false,
  instrumentHandler: false,
  requestHook: startServerSpan,
});
servers.setTracerProvider(provider);

const log = logExport(environment);

installTracing({
  serverSpans: servers.plugin(),
  log,
  flush: async () => {
    await Promise.all([provider.shutdown(), log?.flush()]);
  },
});

startContinuousProfile(environment);
