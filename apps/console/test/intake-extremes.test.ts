import { bundlePath } from '@faultline/contracts/console';
import { encodeSpans } from '@faultline/otlp';
import { id, span } from '@faultline/otlp/testing';
import type { ServiceForTest } from '@faultline/service/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIntake } from './open-intake';
import { startConsole } from './start-console';

const nanoseconds = (milliseconds: number): string => String(BigInt(milliseconds) * 1_000_000n);
const now = (): string => nanoseconds(Date.now());
const largest = String(2n ** 64n - 1n);

const spansOf = (spans: readonly object[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'product' } }] },
      scopeSpans: [{ spans }],
    },
  ],
});
const logsOf = (logRecords: readonly object[]) => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'product' } }] },
      scopeLogs: [{ logRecords }],
    },
  ],
});

const spanInJson = (number: number, changes: object = {}) => ({
  traceId: id(number),
  spanId: id(number, 16),
  name: 'GET /products/:id',
  kind: 2,
  startTimeUnixNano: now(),
  endTimeUnixNano: now(),
  ...changes,
});

/** What each view says about the last quarter of an hour, and about all times. */
const viewStatuses = async ({ get }: ServiceForTest) => {
  const statuses: Record<string, number> = {};
  const ranges = ['', `from=0&to=${8.64e15}`];
  const paths = [
    '/api/status',
    '/api/overview',
    '/api/executive',
    ...ranges.flatMap((range) => [
      `/api/traces?${range}`,
      `/api/traces?q=app.product.id:*&${range}`,
      `/api/logs?${range}`,
      `/api/logs/facets?${range}`,
      `/api/logs/summary?${range}`,
      `/api/heat-map?${range}`,
      `/api/compare?minDuration=0&${range}`,
      `/api/errors?${range}`,
      `/api/red?by=product&${range}`,
      `/api/red?by=service&${range}`,
    ]),
    `/api/traces/${id(2)}`,
    `${bundlePath}?from=0&to=${Date.now() + 1e12}`,
    bundlePath,
  ];
  for (const path of paths) {
    const response = await get(path);
    // A bundle fails after its head was sent.
    statuses[path] = await response.arrayBuffer().then(
      () => response.status,
      () => 0,
    );
  }
  return Object.fromEntries(Object.entries(statuses).filter(([, status]) => status !== 200));
};

describe('the intake', () => {
  it('refuses a span that ends in 2554, and tells how many it refused', {
    timeout: 60_000,
  }, async () => {
    const { store, intake, postJson } = await openIntake();
    const console_ = await startConsole({ sources: { store } });
    const response = await postJson(
      'traces',
      spansOf([spanInJson(1, { endTimeUnixNano: largest }), spanInJson(2)]),
    );
    expect(response.status).toBe(200);
    await store.flush();
    expect(await viewStatuses(console_)).toEqual({});
    expect(await response.json()).toEqual({
      partialSuccess: { rejectedSpans: '1', errorMessage: expect.stringContaining('end') },
    });
    expect(await intake.counts()).toMatchObject({ received: 1, rejected: 1, spansStored: 1 });
  });

  it.each([
    ['a log record of 2554', logsOf([{ timeUnixNano: largest }]), 'rejectedLogRecords'],
    [
      'a log record that is older than what is kept',
      logsOf([{ timeUnixNano: nanoseconds(Date.now() - 25 * 3_600_000) }]),
      'rejectedLogRecords',
    ],
    [
      'a span that takes a month',
      spansOf([spanInJson(1, { startTimeUnixNano: nanoseconds(Date.now() - 30 * 86_400_000) })]),
      'rejectedSpans',
    ],
    [
      'a span without a time',
      spansOf([spanInJson(1, { startTimeUnixNano: '0' })]),
      'rejectedSpans',
    ],
    [
      'a span with an event of 2554',
      spansOf([spanInJson(1, { events: [{ timeUnixNano: largest }] })]),
      'rejectedSpans',
    ],
    ['a span without an id', spansOf([spanInJson(1, { spanId: '' })]), 'rejectedSpans'],
  ])('refuses %s', { timeout: 60_000 }, async (_what, body, counted) => {
    const { store, postJson } = await openIntake();
    const signal = counted === 'rejectedSpans' ? 'traces' : 'logs';
    expect(await (await postJson(signal, body)).json()).toMatchObject({
      partialSuccess: { [counted]: '1' },
    });
    await store.flush();
    expect(await store.contents()).toMatchObject({ spans: 0, logs: 0 });
  });

  it('tells in protobuf how many it refused', { timeout: 60_000 }, async () => {
    const { post } = await openIntake();
    const response = await post('traces', encodeSpans([span({ start: 1, end: 2 })]));
    expect(response.status).toBe(200);
    const body = Buffer.from(await response.arrayBuffer());
    // Field 1 is partial_success, whose field 1 is the count, and whose field 2 is the message.
    expect([body[0], body[2], body[3], body[4]]).toEqual([10, 8, 1, 18]);
    expect(body.subarray(6).toString()).toContain('start');
  });

  it('gives a log record without a time that at which it was observed, or came', {
    timeout: 60_000,
  }, async () => {
    const { store, postJson } = await openIntake();
    const observed = Date.now() - 60_000;
    const before = Date.now();
    await postJson(
      'logs',
      logsOf([
        { observedTimeUnixNano: nanoseconds(observed), body: { stringValue: 'observed' } },
        { body: { stringValue: 'neither' } },
      ]),
    );
    await store.flush();
    const { items } = await store.logs({ from: 0, to: 1e13, limit: 10 });
    expect(items.map(({ message }) => message)).toEqual(['neither', 'observed']);
    expect(items[1]?.time).toBe(observed);
    expect(items[0]?.time).toBeGreaterThanOrEqual(before);
  });
});

const unsigned = fc.constantFrom(
  '0',
  '1',
  largest,
  String(2n ** 63n),
  String(2n ** 63n - 1n),
  String(2n ** 53n + 1n),
  String((2n ** 53n + 1n) * 1000n),
  '-1',
);
const time = fc.oneof({ weight: 2, arbitrary: fc.constant('now') }, unsigned);
const integer = fc.constantFrom(
  String(2n ** 63n - 1n),
  String(-(2n ** 63n)),
  String(2n ** 53n + 2n),
  '-0',
  '7',
);
const double = fc.constantFrom('NaN', 'Infinity', '-Infinity', 1.7e308, -0, 5e-324, 1e300, 0.5);
const small = fc.constantFrom(0, 2, 4_294_967_295, -1, 2 ** 53, 1e300);
const nested = (depth: number): object =>
  depth === 0 ? { intValue: '1' } : { arrayValue: { values: [nested(depth - 1)] } };
const value = fc.oneof(
  integer.map((intValue) => ({ intValue })),
  double.map((doubleValue) => ({ doubleValue })),
  fc.constantFrom(2, 30, 1_200).map(nested),
  fc.constant({}),
);
const attributes = fc
  .uniqueArray(
    fc.constantFrom('app.product.id', 'error.type', 'exception.message', 'err', 'code'),
    { maxLength: 3 },
  )
  .chain((keys) => fc.tuple(...keys.map((key) => value.map((drawn) => ({ key, value: drawn })))));
const link = fc.constant({ traceId: id(3), spanId: id(3, 16) });
const anySpan = fc.record({
  start: time,
  end: time,
  kind: small,
  code: small,
  attributes,
  event: time,
  eventAttributes: attributes,
  links: fc.array(link, { maxLength: 1 }),
  traceId: fc.constantFrom(id(1), id(2), '00'),
});
const anyRecord = fc.record({
  time,
  observed: time,
  attributes,
  body: value,
  level: fc.constantFrom('error', 'info'),
  traceId: fc.constantFrom(id(1), '00', '', 'ff'.repeat(20)),
});

const timeOf = (drawn: string): string => (drawn === 'now' ? now() : drawn);

describe('whatever numbers come', () => {
  it('are refused or kept, and every view still answers', { timeout: 300_000 }, async () => {
    const { store, intake, postJson } = await openIntake();
    const console_ = await startConsole({ sources: { store } });
    await postJson('traces', spansOf([spanInJson(2)]));
    let number = 10;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySpan, { minLength: 1, maxLength: 30 }),
        fc.array(anyRecord, { maxLength: 30 }),
        async (spans, records) => {
          for (const each of spans) {
            number += 1;
            const { status } = await postJson(
              'traces',
              spansOf([
                {
                  traceId: each.traceId,
                  spanId: id(number, 16),
                  name: 'GET /products/:id',
                  kind: each.kind,
                  startTimeUnixNano: timeOf(each.start),
                  endTimeUnixNano: timeOf(each.end),
                  attributes: each.attributes,
                  events: [
                    {
                      name: 'exception',
                      timeUnixNano: timeOf(each.event),
                      attributes: each.eventAttributes,
                    },
                  ],
                  links: each.links,
                  status: { code: each.code },
                },
              ]),
            );
            expect([200, 400]).toContain(status);
          }
          for (const each of records) {
            const { status } = await postJson(
              'logs',
              logsOf([
                {
                  timeUnixNano: timeOf(each.time),
                  observedTimeUnixNano: timeOf(each.observed),
                  severityText: each.level,
                  traceId: each.traceId,
                  body: each.body,
                  attributes: each.attributes,
                },
              ]),
            );
            expect([200, 400]).toContain(status);
          }
          await store.flush();
          expect(await viewStatuses(console_)).toEqual({});
          const tail = await store.tail(0, [], 1_000);
          expect(tail.items.length).toBeLessThanOrEqual(1_000);
        },
      ),
      { numRuns: 15 },
    );
    const { spansStored, logsStored, dropped } = await intake.counts();
    expect(spansStored).toBeGreaterThan(0);
    expect(logsStored).toBeGreaterThan(0);
    expect(dropped).toBe(0);
  });
});
