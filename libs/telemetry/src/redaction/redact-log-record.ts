import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { redact } from './redact';
import { redactFields } from './redact-fields';
import { isUnredacted } from './unredacted';

/** A log record as it may be sent: the same one where there is nothing to hide. */
export const redactLogRecord = (record: ReadableLogRecord): ReadableLogRecord => {
  if (isUnredacted(record)) return record;
  const attributes = redactFields(record.attributes);
  const body = typeof record.body === 'string' ? redact(record.body) : record.body;
  if (attributes === record.attributes && body === record.body) return record;
  return Object.create(record, { attributes: { value: attributes }, body: { value: body } });
};
