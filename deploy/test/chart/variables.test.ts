import type { ServiceName } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { containersOf, everything, isOurs, podsOf, variablesOf } from './pods';
import { missing, render } from './render';

const why = missing('helm');

describe.skipIf(why)(`variables${why ? ` (skipped: ${why})` : ''}`, () => {
  const valueFrom = { secretKeyRef: { name: 'collector', key: 'headers' } };

  it('come from Secrets and ConfigMaps, in every pod', () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: { valueFrom }, BIG: 1_000_000, ENABLED: true };
    const envFrom = [{ secretRef: { name: 'more' } }, { configMapRef: { name: 'other' } }];
    const pods = podsOf(
      render({ ...everything, values: { podDefaults: { env, envFrom } } }),
    ).filter(isOurs);
    for (const { name, pod } of pods)
      for (const container of containersOf(pod)) {
        expect(container.envFrom, name).toEqual(envFrom);
        expect(container.env, name).toContainEqual({
          name: 'OTEL_EXPORTER_OTLP_HEADERS',
          valueFrom,
        });
        expect(container.env, name).toContainEqual({ name: 'BIG', value: '1000000' });
        expect(container.env, name).toContainEqual({ name: 'ENABLED', value: 'true' });
      }
    expect(new Set(pods.map(({ kind }) => kind))).toEqual(
      new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'StatefulSet']),
    );
  });

  it("of the user override the chart's, and those of a service override those of all services", () => {
    const values = {
      podDefaults: { env: { LOG_LEVEL: 'error', A: 'all' } },
      serviceDefaults: { env: { A: 'services' } },
      services: { cart: { env: { A: 'cart' } } },
    };
    const cart = variablesOf(render({ values }), 'Deployment', 'faultline-cart');
    expect(cart.get('LOG_LEVEL')?.value).toBe('error');
    expect(cart.get('A')?.value).toBe('cart');
    const product = variablesOf(render({ values }), 'Deployment', 'faultline-product');
    expect(product.get('A')?.value).toBe('services');
  });

  it('are set once each', () => {
    for (const { name, pod } of podsOf(render(everything)).filter(isOurs))
      for (const { env = [] } of containersOf(pod))
        expect(new Set(env.map((each) => each.name)).size, name).toBe(env.length);
  });

  it('and settings with whole numbers have no exponent', () => {
    const settings = { work_mem: 10_000_000 };
    const manifests = render({
      values: { postgresql: { settings }, redis: { settings: { maxmemory: 100_663_296 } } },
    });
    const text = JSON.stringify(manifests);
    expect(text).toContain('"work_mem=10000000"');
    expect(text).toContain('"--maxmemory","100663296"');
  });
});

describe.skipIf(why)(`the trusted proxies${why ? ` (skipped: ${why})` : ''}`, () => {
  const trusted = (set: string[]) =>
    variablesOf(render({ set }), 'Deployment', 'faultline-web-gateway').get('TRUST_PROXY')?.value;

  it.each([
    [[], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort'], undefined],
    [['web.type=LoadBalancer'], undefined],
    [['web.type=LoadBalancer', 'ingress.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort', 'load.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.type=NodePort', 'load.testRun.enabled=true'], 'loopback,linklocal,uniquelocal'],
    [['web.trustProxy=10.0.0.0/8'], '10.0.0.0/8'],
    [['web.trustProxy='], undefined],
  ])('is believed of no more proxies than there are: %j', (set, expected) => {
    expect(trusted(set)).toBe(expected);
  });
});

describe.skipIf(why)(`the names of a Service${why ? ` (skipped: ${why})` : ''}`, () => {
  const services = ['api-gateway', 'cart', 'payment', 'product', 'session'] as const;
  const allowed = (name: ServiceName, options: Parameters<typeof render>[0] = {}) =>
    variablesOf(render({ namespace: 'demo', ...options }), 'Deployment', `faultline-${name}`).get(
      'ALLOWED_HOSTS',
    )?.value;

  it.each(services)('are all accepted by %s', (name) => {
    const own = `faultline-${name}.demo`;
    expect(allowed(name)).toBe(`${own},${own}.svc,${own}.svc.cluster.local`);
  });

  it('end with the domain of the cluster', () => {
    const set = ['linkerd.clusterDomain=k8s.acme.org'];
    expect(allowed('cart', { set })?.split(',')).toContain('faultline-cart.demo.svc.k8s.acme.org');
  });

  it("are followed by the user's hosts", () => {
    const values = { serviceDefaults: { env: { ALLOWED_HOSTS: '.mesh.acme.org' } } };
    for (const name of ['cart', 'web-gateway'] as const)
      expect(allowed(name, { values })).toMatch(
        new RegExp(`^faultline-${name}\\.demo,.*,\\.mesh\\.acme\\.org$`),
      );
  });

  it('do not restrict the public entry, which accepts any name', () => {
    expect(allowed('web-gateway')).toBeUndefined();
  });

  it('are not set if a Secret or a ConfigMap of the user sets them', () => {
    const valueFrom = { configMapKeyRef: { name: 'hosts', key: 'allowed' } };
    const values = { services: { cart: { env: { ALLOWED_HOSTS: { valueFrom } } } } };
    expect(
      variablesOf(render({ values }), 'Deployment', 'faultline-cart').get('ALLOWED_HOSTS'),
    ).toEqual({
      name: 'ALLOWED_HOSTS',
      valueFrom,
    });
  });
});
