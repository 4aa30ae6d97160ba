import { resolve } from 'node:path';
import { serviceNames } from '@faultline/topology';
import { execa } from 'execa';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageTag, isReady, nextTag } from '../src/cluster/release';
import { type ClusterShop, installShop } from '../src/cluster/shop';

const workspace = resolve(__dirname, '../../..');
let shop: ClusterShop;

beforeAll(async () => {
  shop = await installShop();
}, 300_000);
afterAll(() => shop?.remove(), 120_000);

const deploy = (...words: readonly string[]) =>
  execa(
    'npm',
    ['run', '--silent', 'deploy', '--', '--namespace', shop.release.namespace, ...words],
    { cwd: workspace, reject: false, all: true },
  );

const Cart = Type.Object({
  metadata: Type.Object({ annotations: Type.Record(Type.String(), Type.String()) }),
  spec: Type.Object({
    template: Type.Object({
      spec: Type.Object({ containers: Type.Tuple([Type.Object({ image: Type.String() })]) }),
    }),
  }),
});

/** The image of cart, and the commit that its Deployment names, if it does. */
const cart = async () => {
  const printed = await shop.release.kubectl('get', 'deployment', 'faultline-cart', '-o', 'json');
  const { metadata, spec } = Parse(Cart, JSON.parse(printed));
  return {
    image: spec.template.spec.containers[0].image,
    revision: metadata.annotations['faultline.dev/revision'],
  };
};

/** The pods that serve, by their ids, without those of cart. */
const otherPods = async (): Promise<string[]> => {
  const others = serviceNames.filter((name) => name !== 'cart');
  const pods = await Promise.all(others.map((name) => shop.release.pods(name)));
  return pods
    .flat()
    .filter(isReady)
    .map(({ metadata }) => metadata.uid)
    .sort();
};

describe('npm run deploy', { timeout: 600_000 }, () => {
  it('rolls one service out, checks it, and takes it back', async () => {
    const before = await otherPods();
    const { exitCode, all } = await deploy('--service', 'cart', '--tag', nextTag);
    expect(exitCode, all).toBe(0);
    expect(all).toContain('roll-out: all pods are ready');
    expect(all).toMatch(/^health: all \d+ are well$/m);
    expect(all).toMatch(/^smoke: \d+ requests, 0 failed$/m);
    // Git knows no commit of this tag.
    expect(await cart()).toEqual({ image: `faultline/cart:${nextTag}`, revision: undefined });
    expect(await otherPods()).toEqual(before);

    const reverted = await deploy('--revert');
    expect(reverted.exitCode, reverted.all).toBe(0);
    expect(await cart()).toEqual({ image: `faultline/cart:${imageTag}`, revision: undefined });
    expect(await otherPods()).toEqual(before);
  });

  it('reverts what does not start, and shows why', async () => {
    const words = ['--service', 'cart', '--tag', 'no-such-image', '--timeout', '20'];
    const { exitCode, all } = await deploy(...words);
    expect(exitCode).toBe(1);
    expect(all).toMatch(/faultline-cart-[\w-]+: (ErrImage|ImagePull)/);
    expect(all).toContain('Reverted: what ran before runs again.');
    expect((await cart()).image).toBe(`faultline/cart:${imageTag}`);
  });

  it('reverts what starts but does not sell, and shows which objective was missed', async () => {
    await shop.release.upgrade(['faults.searchSql=true'], '--wait');
    const { exitCode, all } = await deploy('--service', 'cart', '--tag', nextTag);
    expect(exitCode).toBe(1);
    expect(all).toMatch(/The check smoke failed:\n\d+ requests, \d+ failed; crossed /);
    expect((await cart()).image).toBe(`faultline/cart:${imageTag}`);
  });
});
