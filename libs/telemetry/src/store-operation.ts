import { type ClientSpan, type SpanShape, startClientSpan } from './client-span';
import type { Metrics } from './metrics';
import { serverAttributes } from './server-attributes';

/** One kind of operation on a store, described once for all its spans and observations. */
export interface StoreOperation {
  shape: SpanShape;
  labels: Parameters<Metrics['stored']>[0];
}

export interface DescribedOperation {
  system: 'postgresql' | 'redis';
  /** The store's name in this system, such as `product-data`. */
  store: string;
  url: URL;
  operation: string;
  collection: string | undefined;
  /** The statement with placeholders, without values. */
  text: string;
}

export const describeOperation = ({
  system,
  store,
  url,
  operation,
  collection,
  text,
}: DescribedOperation): StoreOperation => ({
  shape: {
    name: `${operation} ${collection ?? store}`,
    attributes: {
      'db.system.name': system,
      'db.namespace': url.pathname.slice(1) || '0',
      'db.operation.name': operation,
      'db.query.text': text,
      ...(collection && { 'db.collection.name': collection }),
      ...(url.username && { 'db.user': decodeURIComponent(url.username) }),
      'peer.service': store,
      ...serverAttributes(url),
    },
  },
  labels: {
    db_system_name: system,
    db_namespace: store,
    db_operation_name: operation,
    db_collection_name: collection ?? '',
    error_type: '',
  },
});

/** A slow operation, as logged. */
export interface SlowOperation {
  store: string;
  durationMs: number;
  statement: unknown;
}

export interface StoreObserver {
  metrics: Pick<Metrics, 'stored'>;
  /** Operations that take this many milliseconds are slow. */
  slowMilliseconds: number;
  /** The class of an error, with low cardinality. */
  errorType(error: unknown): string;
  logSlow(operation: SlowOperation): void;
}

/** Runs an operation as a CLIENT span and an observation; a slow one is marked and logged. */
export const observeStore = async <T>(
  { metrics, slowMilliseconds, errorType, logSlow }: StoreObserver,
  { shape, labels }: StoreOperation,
  run: (span: ClientSpan) => Promise<T>,
): Promise<T> => {
  const span = startClientSpan(shape);
  const start = performance.now();
  let failure: unknown;
  try {
    return await run(span);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    const milliseconds = performance.now() - start;
    const error_type = failure === undefined ? '' : errorType(failure);
    metrics.stored(error_type ? { ...labels, error_type } : labels, milliseconds / 1000);
    if (milliseconds >= slowMilliseconds) {
      span.set({ 'db.query.slow': true });
      logSlow({
        store: labels.db_namespace,
        durationMs: Math.round(milliseconds),
        statement: shape.attributes['db.query.text'],
      });
    }
    if (error_type) span.set({ 'error.type': error_type });
    span.end(failure);
  }
};
