import { shareOfDay } from '@faultline/stores';
import { describe, expect, it } from 'vitest';
import { combinations, type Manifest, missing, render } from './render';

const why = missing('helm');

/** How long a name may be where that is less than 253; pods carry those of StatefulSets and a hash in a label. */
const longest: Readonly<Record<string, number>> = {
  StatefulSet: 52,
  CronJob: 52,
  Job: 63,
  Service: 63,
  // The k6 operator makes Jobs of it, `…-initializer`.
  TestRun: 63 - '-initializer'.length,
};

/** What is wrong with the names and labels of objects, as the API server would say. */
const wrong = (manifests: readonly Manifest[]): string[] =>
  manifests.flatMap(({ kind, metadata }) => [
    ...(metadata.name.length > (longest[kind] ?? 253) ? [`${kind} ${metadata.name} is long`] : []),
    ...(kind === 'Service' && !/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(metadata.name)
      ? [`Service ${metadata.name} is no name of DNS`]
      : []),
    ...Object.values<unknown>(metadata.labels)
      .filter(
        (label) =>
          typeof label !== 'string' ||
          !/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/.test(label),
      )
      .map((label) => `${kind} ${metadata.name} has the label ${label}`),
  ]);

const everything = {
  file: combinations.get('everything') ?? '',
  set: ['faults.apiGatewayDown=true', 'faultSettings.apiGatewayDown.for=5m'],
};

/** Of the release names that Helm accepts. */
const lengths = Array.from({ length: 53 }, (_, index) => index + 1);

const namesOf = (release: string): string[] =>
  render({ release }).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe.skipIf(why)(`names${why ? ` (skipped: ${why})` : ''}`, () => {
  it('are valid for a release name of any length that Helm accepts', {
    timeout: 300_000,
  }, () => {
    for (const length of shareOfDay(lengths, 5)) {
      const manifests = render({ ...everything, release: 'r'.repeat(length) });
      expect(manifests.some(({ kind }) => kind === 'CronJob')).toBe(true);
      expect(wrong(manifests), `of ${length}`).toEqual([]);
    }
  });

  it.each(['2026-shop', 'shop.staging', 'a.b-1', '123', '1e3', 'true'])(
    'are those of DNS for the release %s',
    (release) => {
      expect(wrong(render({ ...everything, release }))).toEqual([]);
    },
  );

  it('differ if only the ends of the release names differ', () => {
    const begin = 'observability-training-for-everybody-in-';
    expect(begin).toHaveLength(40);
    const [first, second] = [namesOf(`${begin}march`), namesOf(`${begin}april`)];
    expect(first.filter((name) => second.includes(name))).toEqual([]);
  });

  it('differ if release names become equal after their conversion to DNS names', () => {
    const [first, second] = [namesOf('shop.a'), namesOf('shop-a')];
    expect(first.filter((name) => second.includes(name))).toEqual([]);
  });

  it('differ for cluster-wide objects of two releases, wherever a hyphen is', () => {
    const clusterWide = (namespace: string, fullnameOverride: string): string[] =>
      render({ namespace, values: { fullnameOverride } })
        .filter(({ kind }) => kind.startsWith('ValidatingAdmissionPolicy'))
        .map(({ metadata }) => metadata.name);
    const [first, second] = [
      clusterWide('shop', 'eu-faultline'),
      clusterWide('shop-eu', 'faultline'),
    ];
    expect(first).toHaveLength(2);
    expect(first.filter((name) => second.includes(name))).toEqual([]);
  });

  it('are unchanged if they are short enough', () => {
    expect(namesOf('faultline')).toContain('Deployment faultline-cart');
    expect(namesOf('shop')).toContain('Deployment shop-faultline-cart');
  });

  it('follow nameOverride and fullnameOverride', () => {
    const manifests = render({ set: ['nameOverride=store', 'fullnameOverride=the-store'] });
    for (const { metadata } of manifests) {
      expect(metadata.name).toMatch(/^(default\.)?the-store-/);
      expect(metadata.labels['app.kubernetes.io/name']).toBe('store');
    }
  });
});
