import { HealthReport, Problem, SessionId, sessionHeader } from '@faultline/contracts';
import { Check, Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Callees, startCallees } from './callees';
import { type GatewayFixture, startGateway } from './fixture';

let callees: Callees;
let gateway: GatewayFixture;

beforeAll(async () => {
  callees = await startCallees();
  gateway = await startGateway(callees.url);
});

afterAll(async () => {
  await gateway?.stop();
  await callees?.stop();
});

/** The session that an answer gives out. */
const given = (response: Response): string => Parse(SessionId, response.headers.get(sessionHeader));

describe('a shopper', () => {
  it('without a session is given one, and keeps it', async () => {
    const first = await gateway.readCart();
    expect(first.status).toBe(200);
    const second = await gateway.readCart(given(first));
    expect(second.status).toBe(200);
    expect(second.headers.has(sessionHeader)).toBe(false);
  });

  it('is not given one by what needs none', async () => {
    const response = await gateway.get('/api/categories');
    expect(response.status).toBe(200);
    expect(response.headers.has(sessionHeader)).toBe(false);
  });

  it('with a session that nobody gave out is given another', async () => {
    const forged = 'F'.repeat(22);
    const response = await gateway.readCart(forged);
    expect(response.status).toBe(200);
    expect(given(response)).not.toBe(forged);
    expect(callees.state.asked).toContain(forged);
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
    callees.state.asked = [];
    const response = await gateway.readCart(id);
    expect(response.status).toBe(200);
    expect(Check(SessionId, response.headers.get(sessionHeader))).toBe(true);
    expect(callees.state.asked).toEqual([]);
  });

  it('is not given another session while nobody can tell about theirs', async () => {
    const session = given(await gateway.readCart());
    callees.state.sessionsFail = true;
    try {
      const response = await gateway.readCart(session);
      expect(response.status).toBe(503);
      expect(response.headers.has(sessionHeader)).toBe(false);
      expect(Parse(Problem, await response.json()).code).toBe('session-data-unavailable');
    } finally {
      callees.state.sessionsFail = false;
    }
    expect((await gateway.readCart(session)).headers.has(sessionHeader)).toBe(false);
  });
});

describe('the health of everything', () => {
  it('names all services behind, and what is not well there', async () => {
    expect((await gateway.get('/health/status')).status).toBe(200);
    callees.state.health['payment-provider'] = 'TIMEOUT';
    const response = await gateway.get('/health/status');
    expect(response.status).toBe(503);
    const entries = Parse(HealthReport, await response.json());
    const states = Object.fromEntries(entries.map(({ Name, Status }) => [Name, Status]));
    expect(states).toEqual({
      'api-gateway': 'OK',
      product: 'OK',
      cart: 'OK',
      session: 'OK',
      payment: 'OK',
      'payment-provider': 'TIMEOUT',
    });
    delete callees.state.health['payment-provider'];
  });
});
