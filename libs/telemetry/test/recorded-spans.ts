import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { AlwaysOnSampler } from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach } from 'vitest';
import type { RecordedSpan } from '../src/spans/recorded-span';
import { tracerProvider } from '../src/spans/tracer';

/** Traces in this process, for all tests of a file; answers with the spans of the present test. */
export const recordSpans = (): (() => RecordedSpan[]) => {
  const spans: RecordedSpan[] = [];
  trace.setGlobalTracerProvider(
    tracerProvider(new AlwaysOnSampler(), (span) => void spans.push(span)),
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  afterEach(() => {
    spans.length = 0;
  });
  afterAll(() => {
    trace.disable();
    context.disable();
  });
  return () => [...spans];
};
