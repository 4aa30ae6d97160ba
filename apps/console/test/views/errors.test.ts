import { id } from '@faultline/otlp/testing';
import { expect, it } from 'vitest';
import { errors } from '../../src/views/errors';

it('lists errors once where a log line says what a span says', async () => {
  const count = {
    message: undefined,
    type: '500',
    count: 3,
    before: 0,
    first: 0,
    last: 0,
    traceId: id(1),
  };
  const span = { ...count, from: 'span', service: 'product', name: 'GET /products/:id' } as const;
  const line = { ...count, from: 'log', service: 'product', name: 'http-request' } as const;
  const reason = 'Division by zero';
  const store: Parameters<typeof errors>[0] = {
    since: async () => 0,
    errors: async () => ({
      items: [
        span,
        { ...span, message: reason },
        line,
        { ...line, name: 'http-request-failed', message: reason },
        { ...line, name: 'http-request-failed', message: 'something else' },
        { ...line, service: 'cart' },
      ],
      searchedSince: undefined,
    }),
  };
  const { items } = await errors(store, { from: 0, to: 1 });
  expect(items.map(({ component, message }) => `${component}: ${message}`).sort()).toEqual([
    'cart: http-request',
    'product: Division by zero',
    'product: GET /products/:id',
    'product: http-request-failed: something else',
  ]);
});
