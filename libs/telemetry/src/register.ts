/**
 * The first import of every service. It starts the OpenTelemetry SDK, configured by the environment, before
 * other modules load. It patches no module, because the kit makes the spans of calls and stores.
 */
import FastifyOtelInstrumentation from '@fastify/otel';
import { context, ProxyTracerProvider, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { prepareEnvironment } from './environment/prepare-environment';
import { startDiagnostics } from './export/diagnostics';
import { exportCounts } from './export/export-counts';
import { isDisabled } from './export/exporters';
import { logProvider } from './export/log-provider';
import { traceProvider } from './export/trace-provider';
import { startContinuousProfile } from './profile';
import { propagators } from './propagators';
import { serviceResource } from './resource';
import { startServerSpan } from './server-span';
import { installTracing } from './tracing';

const ignoredVariables = prepareEnvironment(process.env);
const resource = serviceResource(process.env);
const stopProfile = startContinuousProfile(
  process.env,
  String(resource.attributes['service.name']),
);

/** Whether the operator has preloaded another SDK, which then makes the spans. */
const isTaken = (): boolean => {
  const registered = trace.getTracerProvider();
  return (
    !(registered instanceof ProxyTracerProvider) ||
    registered.getDelegateTracer('@faultline/telemetry') !== undefined
  );
};

const start = (): void => {
  startDiagnostics();
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(propagators());
  const servers = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    requestHook: startServerSpan,
  });
  const traces = isDisabled() ? undefined : traceProvider(resource);
  if (traces) {
    trace.setGlobalTracerProvider(traces);
    servers.setTracerProvider(traces);
  }
  const logs = logProvider({ resource, counts: exportCounts.logs });
  installTracing({
    serverSpans: servers.plugin(),
    log: logs?.getLogger('@faultline/telemetry'),
    ignoredVariables,
    flush: async () => {
      // The SDK counts and reports failed exports; the process ends anyway.
      await Promise.allSettled([traces?.shutdown(), logs?.shutdown(), stopProfile()]);
    },
  });
};

if (isTaken()) installTracing({ ignoredVariables: [], steppedAside: true, flush: stopProfile });
else start();
