import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { redact } from './redact';
import { redactFields } from './redact-fields';
import { isUnredacted } from './unredacted';

/** Redacts a log record; returns the same record if there is nothing to redact. */
export const redactLogRecord = (record: ReadableLogRecord): ReadableLogRecord => {
  if (isUnredacted(record)) return record;
  const attributes = redactFields(record.attributes);
  const body = typeof record.body === 'string' ? redact(record.body) : record.body;
  if (attributes === record.attributes && body === record.body) return record;
  return Object.create(record, { attributes: { value: attributes }, body: { value: body } });
};
