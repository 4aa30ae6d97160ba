import type { ReceivedSpan } from '@faultline/otlp';
import { id, span } from '@faultline/otlp/testing';

/** A checkout that failed at the provider, forty times; the list that asks for each product; and what went well. */
export const spansUntil = (now: number): ReceivedSpan[] => [
  ...Array.from({ length: 40 }, (_, index) => index + 1).flatMap((number) => {
    const start = now - 60_000 + number;
    const failed = number % 2 === 0;
    const status = failed ? ('ERROR' as const) : ('UNSET' as const);
    return [
      span({
        service: 'payment',
        traceId: id(number),
        spanId: id(1, 16),
        name: 'POST /charges',
        start,
        end: start + 100,
        status,
        attributes: { 'app.provider.region': failed ? 'west' : 'east' },
      }),
      span({
        service: 'payment',
        traceId: id(number),
        spanId: id(2, 16),
        parentSpanId: id(1, 16),
        name: 'POST /v1/charges',
        kind: 'CLIENT',
        start: start + 10,
        end: start + 90,
        status,
        events: failed
          ? [
              {
                name: 'exception',
                time: start + 90,
                attributes: {
                  'exception.type': 'Error',
                  'exception.message': 'connect ECONNREFUSED 127.0.0.1:9',
                },
              },
            ]
          : [],
      }),
    ];
  }),
  span({
    service: 'product',
    traceId: id(99),
    spanId: id(1, 16),
    name: 'GET /products',
    start: now - 5_000,
    end: now - 4_000,
  }),
  ...Array.from({ length: 24 }, (_, index) =>
    span({
      service: 'product',
      traceId: id(99),
      spanId: id(index + 2, 16),
      parentSpanId: id(1, 16),
      name: 'SELECT products',
      kind: 'CLIENT',
      start: now - 5_000 + index * 10,
      end: now - 5_000 + index * 10 + 8,
    }),
  ),
];
