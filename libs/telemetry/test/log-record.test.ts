import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import { describe, expect, it } from 'vitest';
import { emitLine, recordLine } from '../src/export/log-record';

/** The record that a line with these fields becomes. */
const recordOf = (fields: Readonly<Record<string, unknown>>) => {
  const exporter = new InMemoryLogRecordExporter();
  const provider = new LoggerProvider({
    processors: [recordLine({}), new SimpleLogRecordProcessor({ exporter })],
  });
  emitLine(provider.getLogger('test'), { level: 'info', message: 'done', fields });
  return exporter.getFinishedLogRecords()[0];
};

describe('the log record of a line', () => {
  it('has its level, its message and its fields, at any depth', () => {
    const error = new Error('out of order');
    const record = recordOf({ count: 2, isNew: true, list: [1, { a: null, b: 'c' }], err: error });
    expect(record).toMatchObject({ severityText: 'info', body: 'done' });
    expect(record?.attributes).toMatchObject({
      count: 2,
      isNew: true,
      list: [1, { b: 'c' }],
      err: { message: 'out of order' },
    });
  });

  it('has no fields from its context, and none without a value or a name', () => {
    const fields = {
      traceId: 'a',
      spanId: 'b',
      traceFlags: '01',
      '': 1,
      none: undefined,
      nil: null,
    };
    expect(recordOf(fields)?.attributes).toEqual({});
  });

  it("has as many fields as OpenTelemetry's limit allows, and counts the dropped ones", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 130 }, (_, index) => [`f${index}`, index]),
    );
    const record = recordOf(fields);
    expect(Object.keys(record?.attributes ?? {})).toHaveLength(128);
    expect(record?.droppedAttributesCount).toBe(2);
  });
});
