import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { afterAll, afterEach } from 'vitest';

/** Traces in this process, for all tests of a file; answers with the spans of the present test. */
export const recordSpans = (): (() => ReadableSpan[]) => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  afterEach(() => exporter.reset());
  afterAll(() => provider.shutdown());
  return () => exporter.getFinishedSpans();
};
