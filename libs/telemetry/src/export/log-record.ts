import {
  type AnyValue,
  type AnyValueMap,
  type LogRecord,
  SeverityNumber,
} from '@opentelemetry/api-logs';
import { logError } from '../log-error';

/** A line as it is logged: its fields, those of its moment included, and its message. */
export interface LoggedLine {
  level: string;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

const severities: Readonly<Record<string, SeverityNumber>> = {
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
};

/** Fields that a record has from its context. */
const apart = new Set(['traceId', 'spanId', 'traceFlags']);

/** A field as a record can hold it. */
const recordedValue = (field: unknown): AnyValue => {
  if (field instanceof Error) return { ...logError(field) };
  if (Array.isArray(field)) return field.map(recordedValue);
  if (typeof field === 'object' && field !== null) return recordedFields(field);
  if (typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean')
    return field;
  return String(field);
};

const recordedFields = (fields: object): AnyValueMap => {
  const values: AnyValueMap = {};
  for (const [name, field] of Object.entries(fields))
    if (field !== undefined && field !== null && !apart.has(name))
      values[name] = recordedValue(field);
  return values;
};

/** A line as a log record; its trace is that of the context it is emitted in. */
export const logRecordOf = ({ level, message, fields }: LoggedLine): LogRecord => ({
  severityNumber: severities[level] ?? SeverityNumber.UNSPECIFIED,
  severityText: level,
  body: message,
  attributes: recordedFields(fields),
});
