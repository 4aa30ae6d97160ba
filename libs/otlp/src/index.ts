export { encodeLogs, encodeSpans, logsAsJson, spansAsJson } from './encode';
export { type IntakeOptions, otlpIntake, type Rejected } from './intake';
export { type BodyForm, inProtobuf, type Signal } from './json';
export type { ReceivedLog } from './logs';
export { readLogs } from './logs';
export { MalformedBodyError } from './malformed-body';
export type { Attributes, AttributeValue } from './read';
export type {
  ReceivedSpan,
  SpanEvent,
  SpanKind,
  SpanLink,
  SpanStatus,
} from './spans';
export { kinds, readSpans, statuses } from './spans';
