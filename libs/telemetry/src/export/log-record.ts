import {
  type AnyValue,
  type AnyValueMap,
  type Logger,
  SeverityNumber,
} from '@opentelemetry/api-logs';
import type { LogRecordLimits, LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { logError } from '../log-error';

type Fields = Readonly<Record<string, unknown>>;

/** A log line: its message and fields, including those of the trace and the request. */
export interface LoggedLine {
  level: string;
  message: string;
  fields: Fields;
}

const severities: Readonly<Record<string, SeverityNumber>> = {
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
};

/** The fields of the line that is being emitted, for `recordLine`. */
let emitted: Fields = {};

/** Emits a log line as a log record; its trace is that of the current context. */
export const emitLine = (logger: Logger, { level, message, fields }: LoggedLine): void => {
  emitted = fields;
  logger.emit({
    severityNumber: severities[level] ?? SeverityNumber.UNSPECIFIED,
    severityText: level,
    body: message,
  });
};

/** The SDK's default limit of attributes per record. */
const defaultCount = 128;

/**
 * The first processor, which sets the fields of a line as the record's attributes. The SDK would check and copy each
 * of them, which costs more than the rest of a record; this is done only if limits are set.
 */
export const recordLine = (limits: LogRecordLimits): LogRecordProcessor => {
  const isLimited = Object.keys(limits).length > 0;
  return {
    onEmit: (record) => {
      const values = recordedFields(emitted);
      if (isLimited || Object.keys(values).length > defaultCount) record.setAttributes(values);
      else Object.assign(record.attributes, values);
    },
    forceFlush: async () => undefined,
    shutdown: async () => undefined,
  };
};

/** Fields that are no attributes: those that a record has from its context, and those with an empty name. */
const apart = new Set(['traceId', 'spanId', 'traceFlags', '']);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Converts a field to an attribute value. */
const recordedValue = (field: unknown): AnyValue => {
  if (field instanceof Error) return { ...logError(field) };
  if (Array.isArray(field)) return field.map(recordedValue);
  if (isFields(field)) return recordedFields(field);
  if (typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean')
    return field;
  return String(field);
};

const recordedFields = (fields: Fields): AnyValueMap => {
  const values: AnyValueMap = {};
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined && field !== null && !apart.has(name) && Object.hasOwn(fields, name))
      values[name] = recordedValue(field);
  }
  return values;
};
