import { type HrTime, type SpanContext, TraceFlags } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';

const severities: Readonly<Record<string, SeverityNumber>> = {
  info: SeverityNumber.INFO,
  error: SeverityNumber.ERROR,
};

const instrumentationScope = { name: '@faultline/telemetry' };

const hrTime = (milliseconds: number): HrTime => [
  Math.floor(milliseconds / 1000),
  (milliseconds % 1000) * 1_000_000,
];

interface Line {
  level: string;
  time: string;
  msg: string;
  traceId?: string;
  spanId?: string;
}

/** A line of the log as a record of OTLP; service and version are the resource's. */
export const logRecord = (text: string, resource: Resource): ReadableLogRecord => {
  const {
    level,
    time,
    msg,
    traceId,
    spanId,
    service,
    version,
    ...attributes
  }: Line & Record<string, string> = JSON.parse(text);
  const at = hrTime(Date.parse(time));
  const spanContext: SpanContext | undefined =
    traceId && spanId ? { traceId, spanId, traceFlags: TraceFlags.SAMPLED } : undefined;
  return {
    hrTime: at,
    hrTimeObserved: at,
    ...(spanContext && { spanContext }),
    severityText: level,
    severityNumber: severities[level] ?? SeverityNumber.UNSPECIFIED,
    body: msg,
    attributes,
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
  };
};
