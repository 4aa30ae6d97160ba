import { TraceFlags } from '@opentelemetry/api';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { ExportCounts } from './export-counts';

/**
 * Keeps no more spans waiting than `capacity`, and counts those that it drops: a collector that is
 * slow or gone costs spans, never memory or a request's time.
 */
export class BoundedSpanProcessor implements SpanProcessor {
  #taken = 0;

  constructor(
    private readonly next: SpanProcessor,
    private readonly counts: ExportCounts,
    private readonly capacity: number,
  ) {}

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) === 0) return;
    const waiting = this.#taken - this.counts.exported - this.counts.failed;
    if (waiting >= this.capacity) {
      this.counts.dropped += 1;
      return;
    }
    this.#taken += 1;
    this.next.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}
