import { describeSql, type Logger, type Metrics, markSpan } from '@faultline/telemetry';
import { errorCode } from '../store-unavailable';

interface Observed {
  name: string;
  log: Logger;
  metrics: Metrics;
}

const slowMilliseconds = 250;

/** Measures a statement; a slow one is logged with its text, which holds no values. */
export const observeQuery = async <T>(
  { name, log, metrics }: Observed,
  text: string,
  run: () => Promise<T>,
): Promise<T> => {
  const { operation, collection = '' } = describeSql(text);
  const start = performance.now();
  let failure = '';
  try {
    return await run();
  } catch (error) {
    failure = errorCode(error) || 'error';
    throw error;
  } finally {
    const milliseconds = performance.now() - start;
    metrics.stored(
      {
        db_system_name: 'postgresql',
        db_namespace: name,
        db_operation_name: operation,
        db_collection_name: collection,
        error_type: failure,
      },
      milliseconds / 1000,
    );
    if (milliseconds >= slowMilliseconds) {
      markSpan({ 'db.query.slow': true });
      log.error(
        { store: name, durationMs: Math.round(milliseconds), statement: text },
        'postgres-query-slow',
      );
    }
  }
};
