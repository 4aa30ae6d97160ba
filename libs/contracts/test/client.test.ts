import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Call,
  type Client,
  cartRoutes,
  clientOf,
  type HttpCaller,
  paymentRoutes,
  productRoutes,
  sessionHeader,
  sessionRoutes,
} from '../src';
import { goodCard } from '../src/testing';

type Recorded = Omit<Call<never>, 'response'>;

/** A caller that only remembers what it was asked to send. */
const recorder = () => {
  const calls: Recorded[] = [];
  const http: HttpCaller = {
    call: ({ response: _, ...call }) => {
      calls.push(call);
      return new Promise(() => {});
    },
  };
  return { http, calls };
};

const session = 'S'.repeat(22);
const headers = { [sessionHeader]: session };
const euros = (amount: number) => ({ amount, currency: 'EUR' as const });

describe('a client made of routes', () => {
  it('sends the session as a header and never in an address', () => {
    const { http, calls } = recorder();
    const params = { productId: 'mug' };
    void clientOf(sessionRoutes, http).read({ headers });
    const carts = clientOf(cartRoutes, http);
    void carts.read({ headers, query: { fresh: true } });
    void carts.setQuantity({ headers, params, body: { quantity: 2 } });
    void carts.remove({ headers, params });
    void carts.clear({ headers });
    void carts.takeOut({ headers, body: { id: null, items: [] } });
    void clientOf(paymentRoutes, http).readOrder({ headers, params: { orderId: 'order' } });
    expect(calls).toHaveLength(7);
    for (const call of calls) {
      expect(call.headers).toMatchObject({ 'x-session-id': session });
      expect(JSON.stringify([call.route, call.params, call.query])).not.toContain(session);
    }
  });

  it('marks a charge as idempotent, because it has a key', () => {
    const { http, calls } = recorder();
    const line = { productId: 'mug', name: 'Mug', quantity: 1 };
    void clientOf(paymentRoutes, http).charge({
      headers: { ...headers, 'idempotency-key': 'key-00001' },
      body: {
        cart: null,
        total: euros(5),
        lines: [{ ...line, price: euros(5), lineTotal: euros(5) }],
        email: 'ada@example.test',
        card: goodCard,
      },
    });
    expect(calls[0]).toMatchObject({
      method: 'POST',
      route: '/charges',
      idempotent: true,
      headers: { 'idempotency-key': 'key-00001' },
    });
  });

  it('needs no query where every parameter has a default', () => {
    const { http, calls } = recorder();
    void clientOf(productRoutes, http).list();
    void clientOf(cartRoutes, http).read({ headers });
    expect(calls.map(({ route, query }) => [route, query])).toEqual([
      ['/products', undefined],
      ['/cart', undefined],
    ]);
  });

  // Checked by the compiler, in `typecheck`.
  it('accepts only the parts of a request that its route has', () => {
    type Products = Client<typeof productRoutes>;
    expectTypeOf<Products['read']>().parameter(0).toEqualTypeOf<{ params: { id: string } }>();
    expectTypeOf<{ query: { page: 2 } }>().not.toExtend<Parameters<Products['search']>[0]>();
    type Listed = NonNullable<NonNullable<Parameters<Products['list']>[0]>['query']>;
    expectTypeOf<keyof Listed>().toEqualTypeOf<'category' | 'page' | 'size'>();
    expectTypeOf<[]>().toExtend<Parameters<Products['list']>>();
    expectTypeOf<[]>().not.toExtend<Parameters<Client<typeof cartRoutes>['clear']>>();
  });
});
