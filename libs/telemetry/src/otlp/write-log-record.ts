import { SeverityNumber } from '@opentelemetry/api-logs';
import { logError } from '../log-error';
import type { OtlpWriter } from './otlp-writer';

/** A line as it is logged: its fields, those of its moment included, and its message. */
export interface LoggedLine {
  time: number;
  level: string;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

const severities: Readonly<Record<string, SeverityNumber>> = {
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
};

/** Fields that have a place of their own in a record. */
const apart = new Set(['traceId', 'spanId', 'err']);

/** Writes a line as the next item of a `ScopeLogs`; service and version are the resource's. */
export const writeLogRecord = (writer: OtlpWriter, line: LoggedLine): void => {
  const { traceId, spanId, err } = line.fields;
  const start = writer.open(2);
  writer.time(1, line.time);
  writer.small(2, severities[line.level] ?? SeverityNumber.UNSPECIFIED);
  writer.text(3, line.level);
  writer.value(5, line.message);
  writer.attributes(6, line.fields, apart);
  if (err !== undefined) writer.attributes(6, { err: logError(err) });
  if (typeof traceId === 'string') writer.hex(9, traceId);
  if (typeof spanId === 'string') writer.hex(10, spanId);
  writer.time(11, line.time);
  writer.close(start);
};
