import { readLogs, readSpans } from '@faultline/otlp';
import { SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { describe, expect, it } from 'vitest';
import { envelope } from '../src/otlp/envelope';
import { OtlpWriter } from '../src/otlp/otlp-writer';
import { type LoggedLine, writeLogRecord } from '../src/otlp/write-log-record';
import { writeSpan } from '../src/otlp/write-span';
import { RecordedSpan } from '../src/spans/recorded-span';

const wrap = envelope(resourceFromAttributes({ 'service.name': 'cart', 'process.pid': 7 }));
const context = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags: TraceFlags.SAMPLED,
};

/** What a receiver reads of a span that was written. */
const sent = (fill: (span: RecordedSpan) => void, attributes = {}) => {
  const writer = new OtlpWriter();
  const span = new RecordedSpan({
    context,
    parentSpanId: '00f067aa0ba902b7',
    name: 'GET cart-data',
    kind: SpanKind.CLIENT,
    attributes,
    onEnd: (ended) => writeSpan(writer, ended),
  });
  fill(span);
  span.end();
  return { span, read: readSpans(wrap(writer.take()))[0] };
};

const logged = (line: Partial<LoggedLine>) => {
  const writer = new OtlpWriter();
  const time = 1_763_700_000_123;
  writeLogRecord(writer, { time, level: 'info', message: 'it-happened', fields: {}, ...line });
  return readLogs(wrap(writer.take()))[0];
};

describe('a span that is sent', () => {
  it('is read with everything that it said', () => {
    const { span, read } = sent(
      (open) => {
        open.setAttribute('db.rows', 3).setAttributes({ late: true, ratio: 0.25 });
        open.updateName('HGETALL cart-data');
        open.addEvent('waited', { ms: 12.5 });
        open.setStatus({ code: SpanStatusCode.ERROR });
      },
      { 'db.system.name': 'redis' },
    );
    expect(read).toEqual({
      service: 'cart',
      resource: { 'service.name': 'cart', 'process.pid': 7 },
      traceId: context.traceId,
      spanId: context.spanId,
      parentSpanId: '00f067aa0ba902b7',
      name: 'HGETALL cart-data',
      kind: 'CLIENT',
      start: expect.closeTo(span.startTime, 2),
      end: expect.closeTo(span.endTime, 2),
      attributes: { 'db.system.name': 'redis', 'db.rows': 3, late: true, ratio: 0.25 },
      events: [{ name: 'waited', attributes: { ms: 12.5 } }],
      status: 'ERROR',
    });
    expect(Math.abs(Date.now() - (read?.start ?? 0))).toBeLessThan(60_000);
  });

  it.each([
    ['text of other scripts', 'Ünïcode — 日本語 🧶'],
    ['a text as long as a stack trace', 'x'.repeat(5000)],
    ['no text', ''],
    ['a number below zero', -42],
    ['a number beyond 32 bits', 2 ** 52 + 1],
    ['a fraction', 1e-9],
    ['false', false],
    ['a list', ['a', 'ö', '']],
  ])('carries %s', (_what, value) => {
    expect(sent(() => undefined, { value }).read?.attributes).toEqual({ value });
  });

  it('is cut where a text is without measure, and grows its buffer where there are many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`key-${index}`, 'é'.repeat(9000)]),
    );
    const { attributes = {} } = sent(() => undefined, many).read ?? {};
    expect(Object.keys(attributes)).toHaveLength(100);
    for (const value of Object.values(attributes)) expect(value).toBe('é'.repeat(8192));
  });

  it('tells of an exception by type, message and stack', () => {
    const error = new TypeError('no such thing');
    const { read } = sent((open) => open.recordException(error));
    expect(read?.events).toEqual([
      {
        name: 'exception',
        attributes: {
          'exception.type': 'TypeError',
          'exception.message': 'no such thing',
          'exception.stacktrace': error.stack,
        },
      },
    ]);
  });

  it('says nothing that came after its end', () => {
    const { span, read } = sent(() => undefined);
    span.setAttribute('late', true).updateName('other').addEvent('late');
    span.end();
    expect(span.isRecording()).toBe(false);
    expect(span).toMatchObject({ name: 'GET cart-data', laterAttributes: undefined, events: [] });
    expect(read?.attributes).toEqual({});
  });
});

describe('a line that is sent', () => {
  it('is read with its moment, its level and its fields', () => {
    const { traceId, spanId } = context;
    expect(
      logged({ level: 'error', fields: { traceId, spanId, store: 'cart-data', ms: 7 } }),
    ).toEqual({
      service: 'cart',
      resource: { 'service.name': 'cart', 'process.pid': 7 },
      time: 1_763_700_000_123,
      level: 'error',
      message: 'it-happened',
      traceId,
      spanId,
      attributes: { store: 'cart-data', ms: 7 },
    });
  });

  it('carries an error as the log shows it', () => {
    const err = new Error('card 4242 4242 4242 4242 refused', { cause: new TypeError('no') });
    expect(logged({ fields: { err } })?.attributes).toMatchObject({
      err: { type: 'Error', message: 'card [digits] refused', cause: { type: 'TypeError' } },
    });
  });

  it('leaves out what has no value', () => {
    expect(logged({ fields: { there: 1, gone: undefined, none: null } })?.attributes).toEqual({
      there: 1,
    });
  });
});

it('many items of a signal are one request', () => {
  const writer = new OtlpWriter();
  for (let index = 0; index < 5000; index += 1)
    writeLogRecord(writer, { time: index, level: 'info', message: `m${index}`, fields: {} });
  const read = readLogs(wrap(writer.take()));
  expect(read).toHaveLength(5000);
  expect(read.at(-1)?.message).toBe('m4999');
});
