import {
  type Attributes,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { hasSteppedAside } from './tracing';

/** What a span is called and says from its start. Shared by all spans of one operation. */
export interface SpanShape {
  name: string;
  attributes: Attributes;
}

/** One call to another service or to a store, seen from here. */
export interface ClientSpan {
  /** The W3C headers that let the dependency go on with this trace. */
  headers(): Record<string, string>;
  set(attributes: Attributes): void;
  event(name: string, attributes?: Attributes): void;
  /** Marks it as failed where there is no exception to show. */
  fail(): void;
  /** Ends the span; an error is recorded as an exception and marks it. */
  end(error?: unknown): void;
}

const nothing: ClientSpan = {
  headers: () => ({}),
  set: () => {},
  event: () => {},
  fail: () => {},
  end: () => {},
};

const tracer = trace.getTracer('@faultline/telemetry');

/** A class, since a span of its own functions would be a kilobyte. */
class RecordedSpan implements ClientSpan {
  readonly #span: Span;

  constructor(span: Span) {
    this.#span = span;
  }

  headers(): Record<string, string> {
    const carrier: Record<string, string> = {};
    propagation.inject(trace.setSpan(context.active(), this.#span), carrier);
    return carrier;
  }

  set(attributes: Attributes): void {
    this.#span.setAttributes(attributes);
  }

  event(name: string, attributes?: Attributes): void {
    this.#span.addEvent(name, attributes);
  }

  fail(): void {
    this.#span.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(error?: unknown): void {
    if (error !== undefined) {
      this.#span.recordException(error instanceof Error ? error : String(error));
      this.fail();
    }
    this.#span.end();
  }
}

/**
 * Starts a CLIENT span below the span in progress. Work that belongs to nobody (health checks,
 * background polling) has no span to stand below, and gets none; and where another SDK traces this
 * process, that one makes the span. Attributes are set afterwards, as the SDK checks those that a
 * span starts with three times.
 */
export const startClientSpan = ({ name, attributes }: SpanShape): ClientSpan =>
  trace.getActiveSpan() === undefined || hasSteppedAside()
    ? nothing
    : new RecordedSpan(tracer.startSpan(name, { kind: SpanKind.CLIENT }).setAttributes(attributes));
