import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type AttributeValue,
  encodeLogs,
  encodeSpans,
  inProtobuf,
  logsAsJson,
  type ReceivedLog,
  type ReceivedSpan,
  readLogs,
  readSpans,
  spansAsJson,
} from '../src';

const { value: attributeValue } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
}));
const attributes = fc.dictionary(fc.string(), attributeValue, { maxKeys: 4 });
const id = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((id) => Buffer.from(id).toString('hex'));
/** Milliseconds with a microsecond's place, as they are read. A log record without a time has another one. */
const time = fc.integer({ min: 1, max: 4e15 }).map((microseconds) => microseconds / 1000);
const resource = fc.record({
  'service.name': fc.constantFrom('cart', 'product'),
  host: fc.string(),
});

const span: fc.Arbitrary<ReceivedSpan> = fc
  .record({
    resource,
    traceId: id(16),
    spanId: id(8),
    parentSpanId: fc.oneof(fc.constant(''), id(8)),
    name: fc.string(),
    kind: fc.constantFrom<ReceivedSpan['kind']>('INTERNAL', 'SERVER', 'CLIENT'),
    start: time,
    end: time,
    attributes,
    events: fc.array(fc.record({ name: fc.string(), time, attributes }), { maxLength: 2 }),
    links: fc.array(fc.record({ traceId: id(16), spanId: id(8) }), { maxLength: 2 }),
    status: fc.constantFrom<ReceivedSpan['status']>('UNSET', 'OK', 'ERROR'),
  })
  .map((drawn) => ({ ...drawn, service: drawn.resource['service.name'] }));

const log: fc.Arbitrary<ReceivedLog> = fc
  .record({
    resource,
    time,
    level: fc.string(),
    message: fc.string(),
    traceId: id(16),
    spanId: id(8),
    attributes,
  })
  .map((drawn) => ({ ...drawn, service: drawn.resource['service.name'] }));

/** By resource, as it is sent. */
const grouped = <Item extends { resource: object }>(items: readonly Item[]): Item[] =>
  [...Map.groupBy(items, (item) => JSON.stringify(item.resource)).values()].flat();

it('reads spans as they were encoded', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      expect(readSpans(encodeSpans(spans))).toEqual(grouped(spans));
    }),
  );
});

it('reads spans and log records as they were encoded in JSON', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 3 }),
      fc.array(log, { maxLength: 3 }),
      (spans, logs) => {
        const [spansLine, logsLine] = [spansAsJson(spans), logsAsJson(logs)];
        expect(spansLine + logsLine).not.toContain('\n');
        expect(readSpans(inProtobuf('traces', Buffer.from(spansLine), 'json'))).toEqual(
          grouped(spans),
        );
        expect(readLogs(inProtobuf('logs', Buffer.from(logsLine), 'json'))).toEqual(grouped(logs));
      },
    ),
  );
});

it('reads log records as they were encoded', () => {
  fc.assert(
    fc.property(fc.array(log, { maxLength: 5 }), (logs) => {
      expect(readLogs(encodeLogs(logs))).toEqual(grouped(logs));
    }),
  );
});
