import {
  type Attributes,
  type AttributeValue,
  type Exception,
  type Link,
  type Span,
  type SpanContext,
  type SpanKind,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
} from '@opentelemetry/api';
import { now } from './clock';

interface Event {
  time: number;
  name: string;
  attributes: Attributes;
}

interface Beginning {
  context: SpanContext;
  parentSpanId: string | undefined;
  name: string;
  kind: SpanKind;
  /** Taken as they are: spans of one operation share them. */
  attributes: Attributes;
  onEnd(span: RecordedSpan): void;
}

const noEvents: readonly Event[] = [];
const noLinks: readonly Link[] = [];
const unset: SpanStatus = { code: SpanStatusCode.UNSET };

const isTime = (value: unknown): value is TimeInput =>
  typeof value === 'number' || Array.isArray(value) || value instanceof Date;

/** A span that is recorded. It costs little until it ends, and nothing of it stays then. */
export class RecordedSpan implements Span {
  name: string;
  readonly kind: SpanKind;
  readonly parentSpanId: string | undefined;
  readonly startTime = now();
  endTime = 0;
  readonly initialAttributes: Attributes;
  laterAttributes: Attributes | undefined;
  events = noEvents;
  links = noLinks;
  status = unset;
  readonly #context: SpanContext;
  readonly #onEnd: (span: RecordedSpan) => void;

  constructor({ context, parentSpanId, name, kind, attributes, onEnd }: Beginning) {
    this.#context = context;
    this.parentSpanId = parentSpanId;
    this.name = name;
    this.kind = kind;
    this.initialAttributes = attributes;
    this.#onEnd = onEnd;
  }

  spanContext(): SpanContext {
    return this.#context;
  }

  setAttribute(key: string, value: AttributeValue): this {
    if (!this.isRecording()) return this;
    this.laterAttributes ??= {};
    this.laterAttributes[key] = value;
    return this;
  }

  setAttributes(attributes: Attributes): this {
    if (!this.isRecording()) return this;
    this.laterAttributes ??= {};
    Object.assign(this.laterAttributes, attributes);
    return this;
  }

  addEvent(name: string, attributes?: Attributes | TimeInput): this {
    const given = attributes === undefined || isTime(attributes) ? {} : attributes;
    if (this.isRecording())
      this.events = [...this.events, { time: now(), name, attributes: given }];
    return this;
  }

  addLink(link: Link): this {
    return this.addLinks([link]);
  }

  addLinks(links: Link[]): this {
    if (this.isRecording()) this.links = [...this.links, ...links];
    return this;
  }

  setStatus(status: SpanStatus): this {
    if (this.isRecording()) this.status = status;
    return this;
  }

  updateName(name: string): this {
    if (this.isRecording()) this.name = name;
    return this;
  }

  isRecording(): boolean {
    return this.endTime === 0;
  }

  recordException(exception: Exception): void {
    this.addEvent('exception', describe(exception));
  }

  end(): void {
    if (!this.isRecording()) return;
    this.endTime = now();
    this.#onEnd(this);
  }
}

/** An exception in OpenTelemetry's names. */
const describe = (exception: Exception): Attributes => {
  if (typeof exception === 'string') return { 'exception.message': exception };
  const { code, name, message, stack } = exception;
  return {
    'exception.type': String(code ?? name ?? 'Error'),
    ...(message && { 'exception.message': message }),
    ...(stack && { 'exception.stacktrace': stack }),
  };
};
