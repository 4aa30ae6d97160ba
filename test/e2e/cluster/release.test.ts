import { serviceNames } from '@faultline/topology';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPageLoads } from '../src/cluster/page-loads';
import { imageTag, isReady, nextTag, type Pod } from '../src/cluster/release';
import { type ClusterShop, installShop } from '../src/cluster/shop';

let shop: ClusterShop;

beforeAll(async () => {
  shop = await installShop();
}, 300_000);
afterAll(() => shop?.remove(), 120_000);

const count = Type.Optional(Type.Integer());
const Job = Type.Object({
  metadata: Type.Object({ name: Type.String() }),
  status: Type.Object({ succeeded: count, failed: count, active: count }),
});
type Job = Static<typeof Job>;

const Journey = Type.Object({ succeeded: Type.Integer(), failed: Type.Integer() });
const Summary = Type.Object({
  passed: Type.Boolean(),
  crossed: Type.Array(Type.String()),
  requests: Type.Object({ sent: Type.Integer(), failed: Type.Integer() }),
  journeys: Type.Record(Type.String(), Journey),
  checks: Type.Object({ failed: Type.Object({}) }),
});
type Summary = Static<typeof Summary>;

const wait = ['--wait', '--timeout', '4m'];

const loadJob = async (): Promise<Job | undefined> =>
  (await shop.release.list(Job, 'jobs', 'load'))[0];

/** Sends k6's shoppers for so long, and waits until the first are there. At the end of the test they are taken away. */
const sendShoppers = async (duration: string, more: readonly string[] = []): Promise<void> => {
  onTestFinished(async () => void (await shop.release.upgrade(['load.enabled=false'])));
  const load = ['enabled=true', `duration=${duration}`, 'rate=4', 'env.THINK_SCALE=0.2'];
  await shop.release.upgrade([...load.map((each) => `load.${each}`), ...more]);
  await expect
    .poll(
      async () =>
        (await shop.release.pods('load')).some(({ status }) => status.phase === 'Running'),
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
};

/** What k6 says in the end. */
const shoppersSummary = async (): Promise<Summary> => {
  await expect
    .poll(
      async () =>
        ((await loadJob())?.status.succeeded ?? 0) + ((await loadJob())?.status.failed ?? 0),
      {
        timeout: 240_000,
        interval: 1000,
      },
    )
    .toBe(1);
  const name = (await loadJob())?.metadata.name ?? '';
  const printed = await shop.release.kubectl('logs', `job/${name}`);
  const line = printed.split('\n').find((each) => each.startsWith('{"scenario"'));
  if (!line) throw new Error(`k6 left no summary: ${printed}`);
  return Parse(Summary, JSON.parse(line));
};

const versions = (pods: readonly Pod[]): Set<string | undefined> =>
  new Set(pods.filter(isReady).map(({ metadata }) => metadata.labels['app.kubernetes.io/version']));

const serving = async (): Promise<Pod[]> => {
  const all = await Promise.all(serviceNames.map((service) => shop.release.pods(service)));
  return all.flat().filter(isReady);
};

describe('a release', { timeout: 480_000 }, () => {
  it('is rolled out and back under load, no request fails and every page gets its assets', async () => {
    await sendShoppers('140s');
    const pages = startPageLoads(shop.gateway);
    onTestFinished(async () => void (await pages.stop()));
    const before = await shop.release.revision();
    await shop.release.upgrade([`serviceDefaults.tag=${nextTag}`], ...wait);
    expect(versions(await serving())).toEqual(new Set([nextTag]));
    await shop.release.helm('rollback', String(before), ...wait);
    expect(versions(await serving())).toEqual(new Set([imageTag]));
    const { complete, scripts, failed } = await pages.stop();
    expect(failed, 'pages that were not complete').toEqual([]);
    expect(complete).toBeGreaterThan(50);
    expect(scripts.size, 'versions of the storefront').toBe(2);
    expect((await loadJob())?.status.active, 'shoppers were there all the time').toBe(1);

    const { requests, journeys, checks, crossed } = await shoppersSummary();
    console.log(`${requests.sent} requests, ${requests.failed} failed`);
    expect(checks.failed).toEqual({});
    expect(requests.failed).toBe(0);
    expect(requests.sent).toBeGreaterThan(500);
    for (const [name, { succeeded, failed }] of Object.entries(journeys))
      expect({ name, failed, came: succeeded > 0 }).toEqual({ name, failed: 0, came: true });
    expect(crossed).toEqual([]);
  });

  it('ends a fault that a rollback takes back', async () => {
    const before = await shop.release.revision();
    const file = () =>
      shop.release.kubectl(
        'exec',
        'deployment/faultline-product',
        '--',
        'cat',
        '/etc/faultline/faults.yaml',
      );
    await shop.release.upgrade(['faults.searchSql=true']);
    await expect.poll(file, { timeout: 10_000, interval: 500 }).toContain('searchSql');
    const customer = shop.customer();
    const search = async () => (await customer.send('GET', '/api/search?q=lamp')).status;
    await expect.poll(search, { timeout: 10_000, interval: 250 }).toBe(502);
    await shop.release.helm('rollback', String(before));
    await expect.poll(search, { timeout: 10_000, interval: 250 }).toBe(200);
  });

  it('brings api-gateway back by itself when it was taken away for a time', async () => {
    const ready = async () => (await shop.release.pods('api-gateway')).filter(isReady).length;
    await shop.release.upgrade([
      'faults.apiGatewayDown=true',
      'faultSettings.apiGatewayDown.for=15s',
    ]);
    await expect.poll(ready, { timeout: 15_000, interval: 250 }).toBe(0);
    await expect.poll(ready, { timeout: 60_000, interval: 500 }).toBe(1);
    await shop.release.upgrade([
      'faults.apiGatewayDown=false',
      'faultSettings.apiGatewayDown=null',
    ]);
    expect(await ready()).toBe(1);
  });

  it('loses no more than one pod of several at a time', async () => {
    const { release } = shop;
    await release.upgrade(['services.cart.replicas=2'], ...wait);
    const [first, second] = (await release.pods('cart')).filter(isReady);
    const evict = async (pod: Pod | undefined): Promise<number> => {
      const metadata = { name: pod?.metadata.name, namespace: release.namespace };
      const path = `/api/v1/namespaces/${release.namespace}/pods/${metadata.name}/eviction`;
      const response = await fetch(shop.api + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata }),
      });
      return response.status;
    };
    expect(await evict(first)).toBe(201);
    expect(await evict(second)).toBe(429);
    await expect
      .poll(async () => (await release.pods('cart')).filter(isReady).length, { timeout: 60_000 })
      .toBe(2);
  });

  it('gets more pods under load, where a service may have them', async () => {
    const scaling = [
      'enabled=true',
      'minReplicas=1',
      'maxReplicas=3',
      'targetCPUUtilizationPercentage=50',
    ];
    await sendShoppers(
      '3m',
      scaling.map((each) => `services.product.autoscaling.${each}`),
    );
    await expect
      .poll(async () => (await shop.release.pods('product')).filter(isReady).length, {
        timeout: 180_000,
        interval: 1000,
      })
      .toBeGreaterThan(1);
  });

  it('takes all pods away from the autoscaler, and gives them back', async () => {
    const { release } = shop;
    const ready = async () => (await release.pods('api-gateway')).filter(isReady).length;
    await release.upgrade(['services.api-gateway.autoscaling.enabled=true']);
    await expect.poll(ready, { timeout: 120_000, interval: 1000 }).toBe(2);
    await release.upgrade(['faults.apiGatewayDown=true']);
    await expect.poll(ready, { timeout: 30_000, interval: 500 }).toBe(0);
    await release.upgrade(['faults.apiGatewayDown=false']);
    await expect.poll(ready, { timeout: 120_000, interval: 1000 }).toBe(2);
  });
});
