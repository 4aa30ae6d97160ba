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

/** The name and first attributes of a span, shared by all spans of one operation. */
export interface SpanShape {
  name: string;
  attributes: Attributes;
}

/** The CLIENT span of a call to another service or to a store. */
export interface ClientSpan {
  /** The W3C headers with the trace context for the dependency. */
  headers(): Record<string, string>;
  set(attributes: Attributes): void;
  event(name: string, attributes?: Attributes): void;
  /** Marks the span as failed without an exception. */
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

/** A class, because an object with functions of its own would take a kilobyte per span. */
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
 * Starts a CLIENT span as a child of the current span. Without a current span (health checks,
 * background polling) or if another SDK traces this process, it makes no span. Attributes are set afterwards,
 * because the SDK checks initial attributes three times.
 */
export const startClientSpan = ({ name, attributes }: SpanShape): ClientSpan =>
  trace.getActiveSpan() === undefined || hasSteppedAside()
    ? nothing
    : new RecordedSpan(tracer.startSpan(name, { kind: SpanKind.CLIENT }).setAttributes(attributes));
