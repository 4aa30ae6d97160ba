import { serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { onlyPod, variablesOf } from './pods';
import { missing, only, render } from './render';

const why = missing('helm');

const enabled = { console: { enabled: true } };

const consoleOf = (values: object) =>
  variablesOf(render({ values }), 'Deployment', 'faultline-console');

const collectorOfCart = (values: object): unknown =>
  variablesOf(render({ values }), 'Deployment', 'faultline-cart').get('OTEL_EXPORTER_OTLP_ENDPOINT')
    ?.value;

describe.skipIf(why)(`the console in the chart${why ? ` (skipped: ${why})` : ''}`, () => {
  it('is not installed by default', () => {
    const its = render().filter(({ metadata }) => /-console$|gateway-pods$/.test(metadata.name));
    expect(its).toEqual([]);
  });

  it('watches the pods of every service through a headless Service', () => {
    const manifests = render({ values: enabled });
    const watched: unknown = JSON.parse(
      String(
        variablesOf(manifests, 'Deployment', 'faultline-console').get('CONSOLE_SERVICES')?.value,
      ),
    );
    expect(watched).toEqual(
      [...serviceNames].sort().map((name) => ({
        name,
        url: `http://faultline-${name}:8080`,
        adminUrl: `http://faultline-${name}-pods:9090`,
      })),
    );
    for (const name of serviceNames)
      expect(only(manifests, 'Service', `faultline-${name}-pods`).spec).toMatchObject({
        clusterIP: 'None',
        selector: { 'app.kubernetes.io/component': name },
        ports: [{ port: 9090, targetPort: 'admin' }],
      });
  });

  it('reaches every store as its services do, by variables that stand before the list', () => {
    const variables = [...consoleOf(enabled).keys()];
    const url = (name: string) => `${name.toUpperCase().replaceAll('-', '_')}_URL`;
    for (const name of storeNames) {
      expect(consoleOf(enabled).get(url(name))?.valueFrom).toEqual({
        secretKeyRef: { name: `faultline-${name}`, key: 'url' },
      });
      expect(variables.indexOf(url(name))).toBeLessThan(variables.indexOf('CONSOLE_STORES'));
    }
    expect(JSON.parse(String(consoleOf(enabled).get('CONSOLE_STORES')?.value))).toEqual(
      [...storeNames].sort().map((name) => ({ name, url: `$(${url(name)})` })),
    );
    const without = consoleOf({ console: { enabled: true, stores: false } });
    expect(without.get('CONSOLE_STORES')?.value).toBe('[]');
    expect(without.has(url('product-data'))).toBe(false);
  });

  it('uses the port of the public entry in the values', () => {
    const manifests = render({ values: { ...enabled, web: { port: 80 } } });
    expect(
      variablesOf(manifests, 'Deployment', 'faultline-console').get('CONSOLE_SERVICES')?.value,
    ).toContain('"url":"http://faultline-web-gateway:80"');
  });

  it('receives the telemetry of the services unless another backend is configured', () => {
    const console = 'http://faultline-console:4318';
    const telemetry = { otlpEndpoint: 'http://collector:4318' };
    const observability = { lgtm: { enabled: true } };
    expect(collectorOfCart(enabled)).toBe(console);
    expect(collectorOfCart({ ...enabled, observability })).toBe('http://faultline-lgtm:4318');
    expect(collectorOfCart({ ...enabled, telemetry })).toBe('http://collector:4318');
  });

  it('requires a token for writes, generated or from an existing Secret', () => {
    const tokenOf = (values: object) => consoleOf(values).get('CONSOLE_TOKEN')?.valueFrom;
    const from = (name: string) => ({ secretKeyRef: { name, key: 'token' } });
    expect(tokenOf(enabled)).toEqual(from('faultline-console'));
    expect(only(render({ values: enabled }), 'Secret', 'faultline-console').data?.token).toMatch(
      /./,
    );
    const given = { console: { enabled: true, existingSecret: 'mine' } };
    expect(tokenOf(given)).toEqual(from('mine'));
    const made = render({ values: given }).filter(
      ({ kind, metadata }) => kind === 'Secret' && metadata.name === 'faultline-console',
    );
    expect(made).toEqual([]);
  });

  it('shows the faults in the values, and cannot switch them', () => {
    const variables = consoleOf(enabled);
    expect(variables.get('CONSOLE_FAULTS')?.value).toBe('read-only');
    expect(variables.get('FAULTS_FILE')?.value).toBe('/etc/faultline/faults.yaml');
  });

  it('keeps its data in a PersistentVolumeClaim, or in the pod without persistence', () => {
    const volumesOf = (values: object) =>
      onlyPod(render({ values }), 'Deployment', 'faultline-console').spec.volumes ?? [];
    expect(volumesOf(enabled)[0]).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'faultline-console' },
    });
    expect(
      only(render({ values: enabled }), 'PersistentVolumeClaim', 'faultline-console').spec,
    ).toMatchObject({ resources: { requests: { storage: '2Gi' } } });
    expect(volumesOf({ console: { enabled: true, persistence: false } })[0]).toEqual({
      name: 'data',
      emptyDir: { sizeLimit: '2Gi' },
    });
  });

  it('has a small young generation, beside the variables in the values', () => {
    const its = consoleOf({ console: { enabled: true, env: { LOG_LEVEL: 'error' } } });
    expect(its.get('NODE_OPTIONS')?.value).toBe('--max-semi-space-size=2');
    expect(its.get('LOG_LEVEL')?.value).toBe('error');
  });

  it('accepts the host names of its Service and those in the values', () => {
    const variables = consoleOf({
      console: { enabled: true, env: { ALLOWED_HOSTS: 'console.example.com' } },
    });
    expect(variables.get('ALLOWED_HOSTS')?.value).toBe(
      'faultline-console.default,faultline-console.default.svc,faultline-console.default.svc.cluster.local,console.example.com',
    );
  });
});
