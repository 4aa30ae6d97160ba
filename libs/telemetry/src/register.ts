/**
 * The first import of every service: the OpenTelemetry SDK, set up by the environment, starts before
 * anything else does. Spans of calls and stores are made
 * where the kit makes the call, so no module is patched here.
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

/** Whether an operator has preloaded an SDK of his own, which then makes the spans. */
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
      // What cannot be sent is counted and told by the SDK; the process ends all the same.
      await Promise.allSettled([traces?.shutdown(), logs?.shutdown(), stopProfile()]);
    },
  });
};

if (isTaken()) installTracing({ ignoredVariables: [], steppedAside: true, flush: stopProfile });
else start();
