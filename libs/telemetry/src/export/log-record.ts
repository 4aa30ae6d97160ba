import {
  type AnyValue,
  type AnyValueMap,
  type Logger,
  SeverityNumber,
} from '@opentelemetry/api-logs';
import type { LogRecordLimits, LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { logError } from '../log-error';

type Fields = Readonly<Record<string, unknown>>;

/** A line as it is logged: its fields, those of its moment included, and its message. */
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

/** Emits a line as a log record; its trace is that of the context it is emitted in. */
export const emitLine = (logger: Logger, { level, message, fields }: LoggedLine): void => {
  emitted = fields;
  logger.emit({
    severityNumber: severities[level] ?? SeverityNumber.UNSPECIFIED,
    severityText: level,
    body: message,
  });
};

/** How many attributes the SDK lets a record have unless limits are set. */
const defaultCount = 128;

/**
 * The first processor gives a record the fields of its line. The SDK would check and copy them one by
 * one, which costs more than all the rest of a record; that is left for when there are limits to keep.
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

/** Fields that a record has from its context, and those without a name, which no attribute may be. */
const apart = new Set(['traceId', 'spanId', 'traceFlags', '']);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A field as a record can hold it. */
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
