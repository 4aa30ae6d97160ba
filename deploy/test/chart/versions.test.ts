import { describe, expect, it } from 'vitest';
import { valuesFor } from '../../src/rollout/components';
import { readRunning } from '../../src/rollout/running';
import { type Manifest, missing, only, refusal, render } from './render';

const why = missing('helm');
const digest = `sha256:${'a'.repeat(64)}`;
const revision = 'a'.repeat(40);

/** What the chart makes of other versions, by names of kinds and objects. */
const changed = (before: readonly Manifest[], after: readonly Manifest[]): string[] =>
  after
    .filter(({ kind, metadata, spec }) => {
      const old = before.find((each) => each.kind === kind && each.metadata.name === metadata.name);
      return JSON.stringify(old?.spec) !== JSON.stringify(spec);
    })
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);

const secrets = {
  storeDefaults: { existingSecret: 'stores' },
  payment: { existingSecret: 'payment' },
};

describe.skipIf(why)(`the version of one service${why ? ` (skipped: ${why})` : ''}`, () => {
  const next = { tag: '0.2.0', digest, revision };
  const before = render({ values: secrets });
  const after = render({
    values: { ...secrets, ...valuesFor(new Map([['cart', next]]), revision) },
  });

  it('changes one Deployment', () => {
    expect(changed(before, after)).toEqual(['Deployment faultline-cart']);
  });

  it('is read back from the Deployment, with its commit and that of the chart', () => {
    const cart = only(after, 'Deployment', 'faultline-cart');
    const printed = { items: [{ ...cart, metadata: { ...cart.metadata, namespace: 'shop' } }] };
    expect(readRunning(JSON.stringify(printed))).toEqual([
      {
        ...next,
        component: 'cart',
        kind: 'Deployment',
        isRefused: false,
        workload: 'faultline-cart',
        namespace: 'shop',
        chartRevision: revision,
        replicas: 1,
      },
    ]);
  });

  it('is no part of the pod’s template but for the image and the version', () => {
    const again = { ...next, revision: 'b'.repeat(40) };
    const values = { ...secrets, ...valuesFor(new Map([['cart', again]]), 'b'.repeat(40)) };
    expect(changed(after, render({ values }))).toEqual([]);
  });

  it('stays what it is when another chart has another default', () => {
    const running = before
      .filter(({ kind }) => kind === 'Deployment')
      .map((each) => ({ ...each, metadata: { ...each.metadata, namespace: 'shop' } }));
    const versions = new Map(
      readRunning(JSON.stringify({ items: running })).map(
        ({ component, tag, digest, revision }) => [component, { tag, digest, revision }] as const,
      ),
    );
    const values = { ...secrets, ...valuesFor(versions, revision), image: { tag: '9.9.9' } };
    const deployments = changed(before, render({ values })).filter((name) => name.startsWith('D'));
    expect(deployments).toEqual([]);
  });

  it.each([
    ['services.cart.digest=sha256:short', /\/services\/cart\/digest/],
    ['services.cart.revision=main', /\/services\/cart\/revision/],
    ['revision=main', /\/revision/],
  ])('is refused if it cannot be one: %s', (set, message) => {
    expect(refusal({ set: [set] })).toMatch(message);
  });
});
