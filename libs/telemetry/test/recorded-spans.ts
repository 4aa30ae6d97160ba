import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { afterAll, afterEach } from 'vitest';
import type { RecordedSpan } from '../src/spans/recorded-span';
import { samplerFrom } from '../src/spans/sampler';
import { tracerProvider } from '../src/spans/tracer';

/** Traces in this process, for all tests of a file; answers with the spans of the present test. */
export const recordSpans = (): (() => RecordedSpan[]) => {
  const spans: RecordedSpan[] = [];
  trace.setGlobalTracerProvider(tracerProvider(samplerFrom({}), (span) => void spans.push(span)));
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
