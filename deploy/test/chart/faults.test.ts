import {
  type FaultKey,
  faultKeys,
  faultOf,
  readFlags,
  renderFlags,
  settingsSchema,
  switchOn,
} from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { combinations, type Manifest, missing, only, ownSecrets, render } from './render';

const why = missing('helm');

const flagsOf = (manifests: readonly Manifest[]): string =>
  only(manifests, 'ConfigMap', 'faultline-faults').data?.['flags.json'] ?? '';

/** A file of flags without its ends, which depend on the clock. */
const timeless = (flags: string): unknown =>
  JSON.parse(flags, (name, value) => (name === 'until' || value > 1e9 ? 'later' : value));

/** Settings of a fault that are not its defaults: the largest there are. */
const extreme = (key: FaultKey): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settingsSchema(key).properties).flatMap(([name, schema]) => {
      const { maximum } = Object(schema);
      return maximum === undefined ? [] : [[name, maximum]];
    }),
  );

describe.skipIf(why)(`the chart's file of faults${why ? ` (skipped: ${why})` : ''}`, () => {
  it('has nothing on by default', () => {
    expect(readFlags(flagsOf(render()))).toEqual([]);
  });

  it.each(faultKeys)('is what npm run fault would write: %s', (key) => {
    const flags = flagsOf(render({ set: [`faults.${key}=true`] }));
    expect(timeless(flags)).toEqual(timeless(renderFlags([switchOn(key, {})])));
    expect(readFlags(flags)).toHaveLength(1);
  });

  it('has the settings that were given', () => {
    const faults = Object.fromEntries(faultKeys.map((key) => [key, true]));
    const faultSettings = Object.fromEntries(faultKeys.map((key) => [key, extreme(key)]));
    const expected = faultKeys.map((key) => switchOn(key, extreme(key)));
    const flags = flagsOf(render({ values: { faults, faultSettings } }));
    expect(timeless(flags)).toEqual(timeless(renderFlags(expected)));
  });

  it('takes a share of the requests, and what a fault is limited to', () => {
    const flags = flagsOf(
      render({
        set: ['faults.payment=12.5%', 'faultSettings.payment.version=1.2.3'],
      }),
    );
    const expected = switchOn('payment', { rate: 12.5, version: '1.2.3' });
    expect(timeless(flags)).toEqual(timeless(renderFlags([expected])));
  });

  it('takes durations as people write them', () => {
    const flags = flagsOf(
      render({
        set: [
          'faults.slowPayment=true',
          'faultSettings.slowPayment.delay=3s',
          'faultSettings.slowPayment.for=2m',
        ],
      }),
    );
    const [fault] = readFlags(flags);
    expect(fault?.settings.delay).toBe(3000);
    const seconds = (fault?.until ?? 0) - Date.now() / 1000;
    expect(seconds).toBeGreaterThan(100);
    expect(seconds).toBeLessThan(130);
  });
});

describe.skipIf(why)(`a fault that is switched${why ? ` (skipped: ${why})` : ''}`, () => {
  const workloads = (manifests: readonly Manifest[]) =>
    manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');

  it.each(faultKeys)('changes no workload: %s', (key) => {
    const replicas = faultOf(key).scope === 'process' ? 0 : 1;
    const service = `faultline-${faultOf(key).service}`;
    const broken = render({ values: ownSecrets, set: [`faults.${key}=true`] });
    const changed = workloads(broken).map((manifest) =>
      manifest.metadata.name === service && replicas === 0
        ? { ...manifest, spec: { ...manifest.spec, replicas: 1 } }
        : manifest,
    );
    expect(changed).toEqual(workloads(render({ values: ownSecrets })));
    expect(only(broken, 'Deployment', service).spec.replicas).toBe(replicas);
  });

  it('is mounted as a directory: a file of its own would never change', () => {
    for (const { kind, spec } of render())
      if (kind === 'Deployment') {
        const text = JSON.stringify(spec);
        expect(text).toContain('"mountPath":"/etc/faultline"');
        expect(text).not.toContain('subPath');
      }
  });

  it('brings the pods back by itself when it took them away for a time', () => {
    const manifests = render({ file: combinations.get('every-fault') ?? '' });
    const job = manifests.find(
      ({ kind, metadata }) => kind === 'Job' && metadata.name.includes('api-gateway-restore'),
    );
    expect(JSON.stringify(job?.spec)).toContain('"DEPLOYMENT","value":"faultline-api-gateway"');
    expect(only(manifests, 'Role', 'faultline-api-gateway-restore')).toMatchObject({
      rules: [{ resourceNames: ['faultline-api-gateway'], verbs: ['get', 'patch'] }],
    });
  });
});
