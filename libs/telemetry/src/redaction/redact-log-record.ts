import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { redact } from './redact';
import { redactFields } from './redact-fields';

/** A log record as it may be sent. */
export const redactLogRecord = (record: ReadableLogRecord): ReadableLogRecord => {
  const { body } = record;
  return Object.create(record, {
    attributes: { value: redactFields(record.attributes) },
    body: { value: typeof body === 'string' ? redact(body) : body },
  });
};
