import { Problem, SessionId, sessionHeader } from '@faultline/contracts';
import { goodCard } from '@faultline/contracts/testing';
import { Check, Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dependencies, startDependencies } from './dependencies';
import { type GatewayFixture, startGateway } from './fixture';

let dependencies: Dependencies;
let gateway: GatewayFixture;

beforeAll(async () => {
  dependencies = await startDependencies();
  gateway = await startGateway(dependencies.url);
});

afterAll(async () => {
  await gateway?.stop();
  await dependencies?.stop();
});

const emptyCart = {
  id: null,
  items: [],
  total: { amount: 0, currency: 'EUR' },
  unavailable: [],
};

/** The session that a response gives out. */
const given = (response: Response): string => Parse(SessionId, response.headers.get(sessionHeader));

describe('a shopper', () => {
  it('gets a session with the first item in the cart, and keeps it', async () => {
    const first = await gateway.fillCart();
    expect(first.status).toBe(200);
    const session = given(first);
    for (const next of [await gateway.fillCart(session), await gateway.readCart(session)]) {
      expect(next.status).toBe(200);
      expect(next.headers.has(sessionHeader)).toBe(false);
    }
  });

  it('gets responses that no cache stores', async () => {
    for (const response of [await gateway.readCart(), await gateway.fillCart()])
      expect(response.headers.get('cache-control')).toBe('no-store');
  });

  const nothingToKeep = [
    ['GET', '/api/categories', 200, undefined],
    ['GET', '/api/cart', 200, undefined],
    ['DELETE', '/api/cart', 200, undefined],
    ['DELETE', '/api/cart/items/kettle', 200, undefined],
    ['GET', '/api/orders/0a1b2c3d-0000-4000-8000-000000000000', 404, 'unknown-order'],
  ] as const;

  it.each(nothingToKeep)('gets no session by %s %s', async (method, path, status, code) => {
    const { started } = dependencies.state;
    for (const session of [undefined, 'F'.repeat(22)]) {
      const headers = session === undefined ? {} : { [sessionHeader]: session };
      const response = await gateway.send(method, path, undefined, headers);
      expect(response.status).toBe(status);
      expect(response.headers.has(sessionHeader)).toBe(false);
      const body = await response.json();
      if (path.startsWith('/api/cart')) expect(body).toEqual(emptyCart);
      if (code) expect(Parse(Problem, body).code).toBe(code);
    }
    expect(dependencies.state.started).toBe(started);
  });

  it('without a session cannot check out, and gets no session by trying', async () => {
    const { started } = dependencies.state;
    const body = {
      email: 'ada@example.test',
      card: goodCard,
      cart: emptyCart,
    };
    const response = await gateway.send('POST', '/api/checkout', body, {
      'idempotency-key': 'key-of-nobody-0001',
    });
    expect(response.status).toBe(409);
    expect(Parse(Problem, await response.json())).toMatchObject({
      code: 'cart-empty',
      conflict: { cart: emptyCart, changes: [] },
    });
    expect(response.headers.has(sessionHeader)).toBe(false);
    expect(dependencies.state.started).toBe(started);
  });

  it('with a forged session gets another one with the first item in the cart', async () => {
    const forged = 'F'.repeat(22);
    const response = await gateway.fillCart(forged);
    expect(response.status).toBe(200);
    expect(given(response)).not.toBe(forged);
    expect(dependencies.state.asked).toContain(forged);
  });

  it.each([
    ['empty', ''],
    ['short', 'abc'],
    ['long', 'A'.repeat(23)],
    ['longer than a service behind would read', 'A'.repeat(15_900)],
    ['Redis pattern', '*'.repeat(22)],
    ['path', '../../health/status...'],
    ['not ASCII', 'é'.repeat(22)],
    ['two in one', `${'A'.repeat(22)}, ${'B'.repeat(22)}`],
  ])('with a malformed session (%s) is given another, and nobody is asked', async (_, id) => {
    dependencies.state.asked = [];
    const response = await gateway.fillCart(id);
    expect(response.status).toBe(200);
    expect(Check(SessionId, response.headers.get(sessionHeader))).toBe(true);
    expect(dependencies.state.asked).toEqual([]);
  });

  it('gets no other session while the session store is unavailable', async () => {
    const session = given(await gateway.fillCart());
    dependencies.state.sessionsFail = true;
    try {
      for (const response of [await gateway.readCart(session), await gateway.fillCart(session)]) {
        expect(response.status).toBe(503);
        expect(response.headers.has(sessionHeader)).toBe(false);
        expect(Parse(Problem, await response.json()).code).toBe('session-data-unavailable');
      }
    } finally {
      dependencies.state.sessionsFail = false;
    }
    expect((await gateway.readCart(session)).headers.has(sessionHeader)).toBe(false);
  });
});

describe('the health of everything', () => {
  it('contains all services behind api-gateway, and their unhealthy dependencies', async () => {
    expect((await gateway.get('/health/status')).status).toBe(200);
    dependencies.state.health['payment-provider'] = 'TIMEOUT';
    expect(await gateway.health()).toEqual({
      status: 503,
      states: {
        'api-gateway': 'OK',
        product: 'OK',
        cart: 'OK',
        session: 'OK',
        payment: 'OK',
        'payment-provider': 'TIMEOUT',
      },
    });
    delete dependencies.state.health['payment-provider'];
  });
});
