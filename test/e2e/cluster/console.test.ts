import { clientOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { forward } from '@faultline/deploy';
import { Shoppers } from '@faultline/proofs';
import { serviceNames, storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReady } from '../src/cluster/release';
import { type ClusterShop, installShop } from '../src/cluster/shop';

const cleanup = new AsyncDisposableStack();
const within = { timeout: 120_000, interval: 1_000 };
let shop: ClusterShop;
let consoleUrl: string;

/** Each request goes through the Service to a pod that lives. */
const api = () => clientOf(consoleRoutes, callerOf(consoleUrl));

beforeAll(async () => {
  shop = await installShop(['console.enabled=true', 'networkPolicy.enabled=true']);
  cleanup.defer(() => shop.remove());
  const { namespace } = shop.release;
  consoleUrl = `${shop.api}/api/v1/namespaces/${namespace}/services/faultline-console:http/proxy`;
  const gateway = await forward(namespace, 'faultline-web-gateway');
  cleanup.defer(() => gateway.close());
  const shoppers = new Shoppers(gateway.url);
  cleanup.defer(async () => {
    await shoppers.stop();
  });
}, 300_000);
afterAll(() => cleanup.disposeAsync(), 120_000);

const states = async () => {
  const { components } = await api().overview({ query: {} });
  return new Map(components.map(({ name, state }) => [name, state]));
};

const ofPayments = async () => {
  const { total } = await api().traces({ query: { q: 'service:payment' } });
  return total;
};

describe('the console in a cluster', { timeout: 300_000 }, () => {
  it('sees every component, each of them healthy', async () => {
    await expect
      .poll(async () => {
        const found = await states();
        return [...serviceNames, ...storeNames].filter((name) => found.get(name) !== 'green');
      }, within)
      .toEqual([]);
  });

  it('has the traces of purchases, through all services and stores', async () => {
    await expect.poll(ofPayments, within).toBeGreaterThan(0);
    const { items } = await api().traces({ query: { q: 'service:payment name:POST*' } });
    const { spans } = await api().trace({ params: { traceId: items[0]?.traceId ?? '' } });
    expect([...new Set(spans.map(({ service }) => service))]).toEqual(
      expect.arrayContaining(['web-gateway', 'api-gateway', 'cart', 'payment']),
    );
  });

  it.each(storeNames)('asks %s itself', async (component) => {
    const { detail, problem } = await api().store({ params: { component } });
    expect(problem).toBeUndefined();
    expect(detail?.maxConnections).toBeGreaterThan(0);
  });

  it('shows the fault that helm has switched on, what it does, and its end', async () => {
    const { release } = shop;
    const on = async () => {
      const { items, readOnly } = await api().faults({ query: { limit: 100 } });
      return { on: items.filter((each) => each.on).map(({ key }) => key), readOnly };
    };
    expect(await on()).toEqual({ on: [], readOnly: true });
    await release.upgrade(['faults.payment=true']);
    await expect.poll(on, within).toEqual({ on: ['payment'], readOnly: true });
    await expect.poll(async () => (await states()).get('payment-provider'), within).toBe('red');
    await expect
      .poll(
        async () => (await api().incidents({ query: {} })).items.map(({ state }) => state),
        within,
      )
      .toEqual(['open']);
    await release.upgrade(['faults.payment=false']);
    await expect.poll(async () => (await states()).get('payment-provider'), within).toBe('green');
    await expect
      .poll(
        async () => (await api().incidents({ query: {} })).items.map(({ state }) => state),
        within,
      )
      .toEqual(['resolved']);
  });

  it('changes nothing without its token', async () => {
    const response = await fetch(`${consoleUrl}/api/incidents/1/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'a stranger', text: 'hello' }),
    });
    expect(response.status, await response.text()).toBe(401);
  });

  it('keeps what it had when its pod is replaced', async () => {
    const { release } = shop;
    const before = await ofPayments();
    const [old] = await release.pods('console');
    await release.kubectl('delete', 'pod', old?.metadata.name ?? '');
    await expect
      .poll(async () => {
        const pods = await release.pods('console');
        return pods.some((pod) => isReady(pod) && pod.metadata.uid !== old?.metadata.uid);
      }, within)
      .toBe(true);
    await expect.poll(ofPayments, within).toBeGreaterThanOrEqual(before);
    expect((await api().incidents({ query: {} })).items).toMatchObject([{ state: 'resolved' }]);
  });
});
