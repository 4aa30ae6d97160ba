import { run } from '@faultline/deploy';
import { serviceNames } from '@faultline/topology';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chart, imageTag, isReady } from '../src/cluster/release';
import { buy, type ClusterShop, installShop } from '../src/cluster/shop';

let shop: ClusterShop;
let seconds: number;

beforeAll(async () => {
  const started = performance.now();
  shop = await installShop();
  seconds = (performance.now() - started) / 1000;
}, 300_000);
afterAll(() => shop?.remove(), 120_000);

/** Deletes the pods of a component, and waits until new ones are ready. */
const replace = async (component: string): Promise<void> => {
  const { release } = shop;
  const before = (await release.pods(component)).map(({ metadata }) => metadata.uid);
  await release.kubectl(
    'delete',
    'pods',
    '-l',
    `app.kubernetes.io/component=${component}`,
    '--force',
  );
  await expect
    .poll(
      async () => {
        const pods = await release.pods(component);
        return pods.filter((pod) => isReady(pod) && !before.includes(pod.metadata.uid)).length;
      },
      { timeout: 120_000, interval: 500 },
    )
    .toBe(before.length);
};

const Usage = Type.Object({
  containers: Type.Array(Type.Object({ usage: Type.Object({ memory: Type.String() }) })),
});
const Usages = Type.Object({ items: Type.Array(Usage) });
const FaultsMap = Type.Object({ data: Type.Object({ 'faults.yaml': Type.String() }) });
const Named = Type.Object({ metadata: Type.Object({ name: Type.String() }) });

const bytes = (quantity: string): number => {
  const [, number = '', unit = ''] = /^(\d+)(\w*)$/.exec(quantity) ?? [];
  return Number(number) * ({ Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3 }[unit] ?? 1);
};

/** A pod of somebody else's. */
const stranger = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'stranger' },
  spec: {
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'stranger',
        image: `faultline/cart:${imageTag}`,
        command: ['sleep', '600'],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
};

describe('a shop in a cluster', { timeout: 240_000 }, () => {
  it('is ready within two minutes, in less than 2 GB', async () => {
    expect(seconds).toBeLessThan(120);
    const metrics = `/apis/metrics.k8s.io/v1beta1/namespaces/${shop.release.namespace}/pods`;
    let usages: Static<typeof Usage>[] = [];
    await expect
      .poll(
        async () => {
          const printed = await shop.release.kubectl('get', '--raw', metrics);
          usages = Parse(Usages, JSON.parse(printed)).items;
          return usages.length;
        },
        { timeout: 120_000, interval: 2000 },
      )
      .toBeGreaterThanOrEqual(12);
    const memory = usages
      .flatMap(({ containers }) => containers)
      .reduce((sum, { usage }) => sum + bytes(usage.memory), 0);
    console.log(
      `ready after ${seconds.toFixed(0)} s, ${Math.round(memory / 1e6)} MB in ${usages.length} pods`,
    );
    expect(memory).toBeLessThan(2e9);
  });

  it('sells', async () => {
    const customer = shop.customer();
    const order = await buy(customer);
    const { status, body } = await customer.order(order);
    expect(status).toBe(200);
    expect(body.lines).toHaveLength(1);
    expect((await customer.cart()).body.items).toEqual([]);
  });

  it('knows all that it depends on to be well', async () => {
    const { status, body } = await shop
      .customer()
      .send<{ Status: string }[]>('GET', '/health/status');
    expect(status).toBe(200);
    expect(new Set(body.map((each) => each.Status))).toEqual(new Set(['OK']));
  });

  it('passes helm test', async () => {
    const printed = await shop.release.helm('test', '--logs', '--timeout', '2m');
    expect(printed).toContain('Succeeded');
    expect(printed).toContain('"scenario":"smoke","passed":true');
  });

  it('has a fault within ten seconds of helm upgrade, without the start of a pod', async () => {
    const { release } = shop;
    const pods = await release.restarts();
    const file = () =>
      release.kubectl(
        ...['exec', 'deployment/faultline-payment', '--'],
        ...['cat', '/etc/faultline/faults.yaml'],
      );
    for (const on of [true, false]) {
      // As the docs have it, with nothing else.
      await release.helm('upgrade', chart, '--set', `faults.payment=${on}`);
      await expect
        .poll(async () => (await file()).includes('payment'), { timeout: 10_000 })
        .toBe(on);
    }
    expect(await release.restarts()).toEqual(pods);
  });

  it('has a fault switched by helm after somebody edited the ConfigMap by hand', async () => {
    const { release } = shop;
    const name = 'faultline-faults';
    const read = async () =>
      Parse(FaultsMap, JSON.parse(await release.kubectl('get', 'configmap', name, '-o', 'json')));
    const edited = await read();
    edited.data['faults.yaml'] = '{}';
    await run('kubectl', ['replace', '--namespace', release.namespace, '--filename', '-'], {
      input: JSON.stringify(edited),
    });
    for (const on of [true, false]) {
      await release.upgrade([`faults.searchSql=${on}`]);
      expect((await read()).data['faults.yaml'].includes('searchSql')).toBe(on);
    }
  });

  it('sells after Secrets were lost and the chart has made others', async () => {
    const { release } = shop;
    const owned = ['product', 'cart', 'product-data', 'cart-data', 'cart-data-replica'];
    const uids = async (component: string) =>
      (await release.pods(component)).filter(isReady).map(({ metadata }) => metadata.uid);
    const before = new Map(
      await Promise.all(owned.map(async (name) => [name, await uids(name)] as const)),
    );
    await release.kubectl('delete', 'secret', 'faultline-product-data', 'faultline-cart-data');
    await release.upgrade([], '--wait', '--timeout', '4m');
    for (const [component, old] of before)
      for (const uid of await uids(component)) expect(old, component).not.toContain(uid);
    await replace('product-data');
    await replace('cart-data');
    await expect
      .poll(() => buy(shop.customer()).catch(() => undefined), { timeout: 60_000, interval: 500 })
      .toMatch(/./);
    const health = () => shop.customer().send<{ Status: string }[]>('GET', '/health/status');
    await expect
      .poll(async () => new Set((await health()).body.map((each) => each.Status)), {
        timeout: 60_000,
        interval: 1000,
      })
      .toEqual(new Set(['OK']));
  });

  it('keeps orders, carts and sessions when its stores are deleted', async () => {
    const customer = shop.customer();
    const order = await buy(customer);
    const { body: page } = await customer.products();
    await customer.put(page.items[1]?.id ?? '', 3);
    for (const store of ['payment-data', 'product-data', 'cart-data', 'session-data'])
      await replace(store);
    await expect
      .poll(async () => (await customer.order(order)).status, { timeout: 60_000, interval: 500 })
      .toBe(200);
    await expect
      .poll(async () => (await customer.cart()).body.items?.[0]?.quantity, {
        timeout: 60_000,
        interval: 500,
      })
      .toBe(3);
  });

  it.each(serviceNames)('comes back when %s is killed', async (service) => {
    await replace(service);
    await expect
      .poll(() => buy(shop.customer()).catch(() => undefined), {
        timeout: 60_000,
        interval: 1000,
      })
      .toMatch(/./);
  });

  it.each([
    ['faults.paymnt=true', /paymnt/],
    ['faults.payment=250%', /faults\.payment must be from 0\.1% to 100%/],
    ['stores.cart-data.size=2Gi', /stores\.cart-data\.size, 1Gi, cannot change in an upgrade/],
    ['services.cart.replica=3', /replica/],
  ])('refuses %s, and stays as it was', async (value, message) => {
    const before = await shop.release.revision();
    await expect(shop.release.upgrade([value])).rejects.toThrow(message);
    expect(await shop.release.revision()).toBe(before);
  });

  it('lets the hook of faults change annotations of its own pods, and nothing else', async () => {
    const { release } = shop;
    const account = `system:serviceaccount:${release.namespace}:faultline-faults`;
    const as = (...args: string[]) => release.kubectl(...args, '--as', account);
    await as(
      'annotate',
      'pods',
      '-l',
      'app.kubernetes.io/component=cart',
      'faultline.dev/tried=yes',
    );
    await expect(
      as('label', 'pods', '-l', 'app.kubernetes.io/component=cart', 'tried=yes'),
    ).rejects.toThrow(/annotations only/);

    await run('kubectl', ['apply', '--namespace', release.namespace, '--filename', '-'], {
      input: JSON.stringify(stranger),
    });
    await expect(
      as('annotate', 'pods', '--field-selector', 'metadata.name=stranger', 'tried=yes'),
    ).rejects.toThrow(/pods of the release faultline only/);

    for (const [verb, resource] of [
      ['get', 'secrets'],
      ['delete', 'pods'],
      ['patch', 'deployments'],
    ] as const)
      await expect(as('auth', 'can-i', verb, resource)).rejects.toThrow(/: no\s*$/);
  });

  it('leaves nothing but the volumes of its stores, and finds its data there when it comes back', async () => {
    const { release } = shop;
    const customer = shop.customer();
    const order = await buy(customer);
    await release.helm('uninstall', '--wait', '--timeout', '2m');
    const kinds =
      'deployments,statefulsets,pods,jobs,cronjobs,services,configmaps,secrets,serviceaccounts,roles,rolebindings,networkpolicies,horizontalpodautoscalers,poddisruptionbudgets,ingresses';
    await expect
      .poll(() => release.list(Named, kinds), { timeout: 60_000, interval: 1000 })
      .toEqual([]);
    const volumes = await release.list(Named, 'persistentvolumeclaims');
    expect(volumes.map(({ metadata }) => metadata.name).sort()).toEqual(
      ['cart-data', 'payment-data', 'product-data', 'session-data'].map(
        (store) => `data-faultline-${store}-0`,
      ),
    );
    const policies = await release.kubectl('get', 'validatingadmissionpolicies', '-o', 'name');
    expect(policies).not.toContain(release.namespace);

    await release.helm('install', chart, '--wait', '--timeout', '4m');
    // A pod that is ready is known to every node a moment later.
    await expect
      .poll(async () => (await customer.order(order)).status, { timeout: 30_000, interval: 500 })
      .toBe(200);
    await expect
      .poll(() => buy(customer).catch(() => undefined), { timeout: 30_000, interval: 500 })
      .toMatch(/./);
  });
});
