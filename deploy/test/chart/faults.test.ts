import {
  type FaultKey,
  faultKeys,
  faultOf,
  readFaults,
  type SwitchedFault,
  settingFacts,
  settingsSchema,
  switchOn,
} from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { combinations, type Manifest, missing, only, ownSecrets, render } from './render';
import { renderUpgrade } from './upgrade';

const why = missing('helm');

const fileIn = (manifests: readonly Manifest[]): string =>
  only(manifests, 'ConfigMap', 'faultline-faults').data?.['faults.yaml'] ?? '';

const onIn = (manifests: readonly Manifest[]): SwitchedFault[] => readFaults(fileIn(manifests));

/** Without its end, which depends on the clock. */
const timeless = ({ until, ...fault }: SwitchedFault) => ({ ...fault, ends: until !== undefined });

/** Settings of a fault that are not its defaults: the largest there are. */
const extreme = (key: FaultKey): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settingsSchema(key).properties).flatMap(([name, schema]) => {
      const { maximum } = settingFacts(schema);
      return maximum === undefined ? [] : [[name, maximum]];
    }),
  );

describe.skipIf(why)(`the chart's file of faults${why ? ` (skipped: ${why})` : ''}`, () => {
  it('is empty by default', () => {
    expect(fileIn(render()).trim()).toBe('{}');
  });

  it('contains the faults that are on, in the format that people write', () => {
    const manifests = render({
      values: {
        faults: { payment: '12.5%', lockContention: true },
        faultSettings: { lockContention: { lockTime: '3s', version: '1.10' } },
      },
    });
    expect(fileIn(manifests)).toBe(
      [
        'lockContention:',
        '  lockTime: 3000',
        '  version: "1.10"',
        'payment:',
        '  rate: 12.5',
        '',
      ].join('\n'),
    );
  });

  it.each(faultKeys)('has the same content as that of npm run fault: %s', (key) => {
    const on = onIn(render({ set: [`faults.${key}=true`] }));
    expect(on.map(timeless)).toEqual([timeless(switchOn(key, {}))]);
  });

  it('contains the settings in the values', () => {
    const faults = Object.fromEntries(faultKeys.map((key) => [key, true]));
    const faultSettings = Object.fromEntries(faultKeys.map((key) => [key, extreme(key)]));
    const expected = faultKeys.map((key) => switchOn(key, extreme(key)));
    const on = onIn(render({ values: { faults, faultSettings } }));
    expect(on.map(timeless)).toEqual(expected.map(timeless));
  });

  it('accepts durations with units', () => {
    const [fault] = onIn(
      render({
        set: [
          'faults.slowPayment=true',
          'faultSettings.slowPayment.latency=3s',
          'faultSettings.slowPayment.for=2m',
        ],
      }),
    );
    expect(fault?.settings.latency).toBe(3000);
    const seconds = (fault?.until ?? 0) - Date.now() / 1000;
    expect(seconds).toBeGreaterThan(100);
    expect(seconds).toBeLessThan(130);
  });

  it('accepts the former names of settings', () => {
    const [fault] = onIn(
      render({ set: ['faults.slowPayment=true', 'faultSettings.slowPayment.delay=3s'] }),
    );
    expect(fault?.settings).toMatchObject({ latency: 3000 });
  });

  it('keeps the end time of a fault that is on, also from an earlier chart, unless `for` is set again', async () => {
    const values = {
      faults: { payment: true },
      faultSettings: { payment: { for: '5m', rate: 10 } },
    };
    const until = Math.floor(Date.now() / 1000) + 42;
    const before = only(render({ values }), 'ConfigMap', 'faultline-faults');
    const upgraded = async (settings: object): Promise<number | undefined> => {
      const annotations = {
        'faultline.dev/switched': JSON.stringify({ payment: { settings, until } }),
      };
      const existing = { ...before, metadata: { ...before.metadata, annotations } };
      return onIn(await renderUpgrade([existing], { values }))[0]?.until;
    };
    expect(await upgraded({ for: 300_000, rate: 10 })).toBe(until);
    // An earlier chart kept the defaults of other settings, too.
    expect(await upgraded({ for: 300_000, rate: 10, delay: 1 })).toBe(until);
    expect(await upgraded({ for: 300_000, rate: 20 })).toBeGreaterThan(until);
    expect(await upgraded({ for: 60_000, rate: 10 })).toBeGreaterThan(until);
  });
});

describe.skipIf(why)(`a fault that is switched${why ? ` (skipped: ${why})` : ''}`, () => {
  const workloads = (manifests: readonly Manifest[]) =>
    manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');

  it.each(faultKeys)('changes no pod template: %s', (key) => {
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

  it('is mounted as a directory, because a file mounted by subPath would never change', () => {
    for (const { kind, spec } of render())
      if (kind === 'Deployment') {
        const text = JSON.stringify(spec);
        expect(text).toContain('"mountPath":"/etc/faultline"');
        expect(text).not.toContain('subPath');
      }
  });

  it('restores the replicas of apiGatewayDown at its end', () => {
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
