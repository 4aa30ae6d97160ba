export { type ReceivedLog, readLogs } from './logs';
export type { Attributes, AttributeValue } from './read';
export { type OtlpReceiver, startOtlpReceiver } from './receiver';
export {
  type ReceivedSpan,
  readSpans,
  type SpanEvent,
  type SpanKind,
  type SpanStatus,
} from './spans';
