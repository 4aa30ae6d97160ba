export { compare, type Difference, minSpans } from './compare';
export type { SpanComparison } from './compare-spans';
export { CursorError } from './cursor';
export type { IntakeCounts } from './intake-counts';
export { parseQuery } from './query';
export { QueryError } from './query-error';
export { maxQueryLength } from './query-shape';
export { openReader, type Reader } from './reader';
export { StoreFileError } from './schema';
export type {
  Cell,
  Comparison,
  Condition,
  Contents,
  Counts,
  ErrorCount,
  ErrorCounts,
  Facet,
  Grid,
  GroupCell,
  LogFacets,
  LogField,
  MessageCount,
  Page,
  Search,
  SpanField,
  Tail,
  TraceOrder,
  TraceSearch,
  TraceSummary,
  Value,
} from './search';
export { sourceThread } from './source-thread';
export { ThreadEndedError } from './store-thread';
export {
  openTelemetryStore,
  type TelemetryStore,
  type TelemetryStoreOptions,
} from './telemetry-store';
export { type Batch, type Limits, openWriter, type Writer } from './writer';
