/**
 * Preload of every service (`node --require @faultline/telemetry/register`): traces start before
 * anything else does. Spans of calls and stores are made where the kit makes the call, so no module
 * is patched here.
 */
import FastifyOtelInstrumentation from '@fastify/otel';
import { context, DiagLogLevel, diag, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  CompositePropagator,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { diagnostics } from './export/diagnostics';
import { exportCounts, type Signal } from './export/export-counts';
import { type ExportQueue, exportQueue } from './export/export-queue';
import { hasCollector, otlpSender } from './export/otlp-sender';
import type { OtlpWriter } from './otlp/otlp-writer';
import { writeLogRecord } from './otlp/write-log-record';
import { writeSpan } from './otlp/write-span';
import { startContinuousProfile } from './profile';
import { serviceResource } from './resource';
import { startServerSpan } from './server-span';
import { samplerFrom } from './spans/sampler';
import { tracerProvider } from './spans/tracer';
import { installTracing } from './tracing';

const environment = process.env;

diag.setLogger(diagnostics, DiagLogLevel.ERROR);

const resource = serviceResource(environment);
const queueFor = <Item>(
  signal: Signal,
  write: (writer: OtlpWriter, item: Item) => void,
): ExportQueue<Item> | undefined =>
  hasCollector(signal, environment)
    ? exportQueue({ resource, send: otlpSender(signal), counts: exportCounts[signal], write })
    : undefined;
const spans = queueFor('traces', writeSpan);
const log = queueFor('logs', writeLogRecord);

const provider = tracerProvider(samplerFrom(environment), (span) => spans?.take(span));
trace.setGlobalTracerProvider(provider);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(
  new CompositePropagator({
    propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
  }),
);

const servers = new FastifyOtelInstrumentation({
  instrumentHooks: false,
  instrumentHandler: false,
  requestHook: startServerSpan,
});
servers.setTracerProvider(provider);

const stopProfile = startContinuousProfile(environment);

installTracing({
  serverSpans: servers.plugin(),
  log,
  flush: async () => {
    await Promise.all([spans?.flush(), log?.flush(), stopProfile()]);
  },
});
