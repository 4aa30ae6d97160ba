import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultKeys } from '@faultline/faults';
import { serviceNames, storeNames } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chart, type Manifest, missing, only, render } from './render';

const why = missing('helm');

describe('the templates', () => {
  const templates = readdirSync(join(chart, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tpl|ya?ml|txt)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(chart, 'templates', file), 'utf8') }));

  it.each([...serviceNames, ...storeNames, ...faultKeys])('do not name %s', (name) => {
    const naming = templates.filter(({ text }) => text.includes(name)).map(({ file }) => file);
    expect(templates.length).toBeGreaterThan(20);
    expect(naming).toEqual([]);
  });
});

const Topology = Type.Object({
  services: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
});

describe.skipIf(why)(`another topology${why ? ` (skipped: ${why})` : ''}`, () => {
  let directory = '';

  beforeAll(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'other-topology-')), 'faultline');
    cpSync(chart, directory, { recursive: true });
    const file = join(directory, 'files/topology.json');
    const topology = Parse(Topology, JSON.parse(readFileSync(file, 'utf8')));
    const { session, product } = topology.services;
    const secrets = [
      { variable: 'SIGNING_SECRET', key: 'signing-secret' },
      { variable: 'SEALING_SECRET', key: 'sealing-secret' },
    ];
    const changed = { session: { ...session, limitsRate: true }, product: { ...product, secrets } };
    writeFileSync(
      file,
      JSON.stringify({
        ...topology,
        entry: 'cart',
        services: { ...topology.services, ...changed },
      }),
    );
  });

  afterAll(() => rmSync(join(directory, '..'), { recursive: true, force: true }));

  const shop = (): Manifest[] =>
    render({ directory, set: ['web.type=NodePort', 'ingress.enabled=true'] });
  const environmentOf = (manifests: readonly Manifest[], service: string): string =>
    JSON.stringify(only(manifests, 'Deployment', `faultline-${service}`).spec);

  it('moves the public entry', () => {
    const manifests = shop();
    expect(only(manifests, 'Service', 'faultline-cart').spec.type).toBe('NodePort');
    expect(only(manifests, 'Service', 'faultline-web-gateway').spec.type).toBe('ClusterIP');
    expect(JSON.stringify(only(manifests, 'Ingress', 'faultline-cart').spec)).toContain(
      '"name":"faultline-cart"',
    );
    expect(environmentOf(manifests, 'cart')).toContain('TRUST_PROXY');
    expect(environmentOf(manifests, 'cart')).not.toContain('ALLOWED_HOSTS');
    expect(environmentOf(manifests, 'web-gateway')).toContain('ALLOWED_HOSTS');
  });

  it('passes the number of pods to a service that limits its clients', () => {
    const manifests = shop();
    expect(environmentOf(manifests, 'session')).toContain('RATE_LIMIT_PODS');
    expect(environmentOf(manifests, 'product')).not.toContain('RATE_LIMIT_PODS');
  });

  it('passes each secret of a service as a key of one Secret', () => {
    const manifests = shop();
    expect(Object.keys(only(manifests, 'Secret', 'faultline-product').data ?? {})).toEqual([
      'signing-secret',
      'sealing-secret',
    ]);
    for (const key of ['signing-secret', 'sealing-secret'])
      expect(environmentOf(manifests, 'product')).toContain(
        `"secretKeyRef":{"key":"${key}","name":"faultline-product"}`,
      );
  });
});
