import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { eachTestHasAShop, first, printed, shop } from './shop-of-each-test';

eachTestHasAShop();

const digest = `sha256:${'d'.repeat(64)}`;

describe('npm run deploy', { timeout: 60_000 }, () => {
  it('changes the image of the service that is asked for, and no other', async () => {
    shop.runs(['web-gateway', 'cart', 'product'], first);
    const commit = shop.commit();
    await shop.deploy('--service', 'cart');
    const { components, description } = shop.now;
    const before = { tag: '1.0.0', digest: '', revision: first };
    expect(components).toEqual({
      'web-gateway': before,
      product: before,
      cart: { tag: commit.slice(0, 12), digest: '', revision: commit },
    });
    expect(description).toBe(`Deployed cart ${commit.slice(0, 12)}`);
    expect(printed).toContain('smoke: 40 requests, 0 failed');
    expect(printed.at(-1)).toBe('Deployed.');
  });

  it('has the digest of an image, and the commit also beside files that pipelines leave', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    for (const file of ['digests.json', 'digests/cart.json', '.npm/_cacache/index'])
      shop.write(file, JSON.stringify({ cart: digest }));
    const digests = `${shop.repository}/digests.json`;
    await shop.deploy('--service', 'cart', '--digests', digests);
    const tag = first.slice(0, 12);
    expect(shop.now.components.cart).toEqual({ tag, digest, revision: first });
  });

  it('records the commit of a tag if git knows it, and else none', async () => {
    shop.tag('v2.0.0');
    shop.write('package.json', '{ "version": "2.0.1" }');
    const second = shop.commit();
    shop.runs(['web-gateway', 'cart'], first);
    for (const [tag, revision] of [
      ['2.0.0', first],
      [second.slice(0, 12), second],
      ['latest', ''],
    ] as const) {
      await shop.deploy('--service', 'cart', '--tag', tag);
      expect(shop.now.components.cart).toEqual({ tag, digest: '', revision });
    }
  });

  it('refuses an image without a digest, where digests are given, and changes nothing', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.write('digests.json', JSON.stringify({ cart: digest }));
    const words = ['--tag', '2.0.0', '--digests', `${shop.repository}/digests.json`];
    await expect(shop.deploy(...words)).rejects.toThrow(
      /--digests: .* has no digest of web-gateway/,
    );
    expect(shop.state.revisions).toHaveLength(1);
  });

  it('says what is to be done where nothing runs, or a service does not', async () => {
    shop.runs([], first);
    await expect(shop.deploy()).rejects.toThrow(
      /^--release: nothing runs of faultline here; install/,
    );
    shop.runs(['web-gateway'], first);
    await expect(shop.deploy('--service', 'cart')).rejects.toThrow('--service: cart does not run');
  });
});

describe('npm run deploy -- --affected', { timeout: 60_000 }, () => {
  it('does nothing if what runs is what the commit makes, whatever was changed besides', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.write('docs/demo.md', 'more');
    shop.write('apps/cart/test/carts.test.ts', '');
    shop.commit();
    await shop.deploy('--affected');
    expect(printed).toEqual(['Nothing to deploy: what runs is what this commit makes.']);
    expect(shop.state.revisions).toHaveLength(1);
  });

  it('compares each service with the commit that it runs, not with a tag or a branch', async () => {
    shop.write('package.json', '{ "version": "1.0.1" }');
    const second = shop.commit();
    shop.runs(['web-gateway', 'cart'], second);
    const { revisions } = shop.state;
    const [now] = revisions;
    if (now) now.components.cart = { tag: '1.0.0', digest: '', revision: first };
    shop.write('state.json', JSON.stringify({ revisions }));
    await shop.deploy('--affected');
    expect(shop.now.components).toMatchObject({
      cart: { revision: second },
      'web-gateway': { tag: '1.0.0' },
    });
    expect(printed[0]).toContain(`(changed since ${first.slice(0, 12)})`);
  });

  it('deploys the older commit where a newer one runs', async () => {
    shop.write('package.json', '{ "version": "1.0.1" }');
    shop.runs(['web-gateway'], shop.commit());
    shop.write('package.json', '{ "version": "1.0.0" }');
    const reverted = shop.commit();
    await shop.deploy('--affected');
    expect(shop.now.components['web-gateway']).toMatchObject({ revision: reverted });
  });

  it('deploys what runs an unknown commit', async () => {
    shop.runs(['web-gateway'], '');
    await shop.deploy('--affected');
    expect(printed[0]).toMatch(
      /^web-gateway: 1\.0\.0 → \w{12} \(the commit that runs is not known\)/,
    );
    shop.runs(['web-gateway'], '0123456789abcdef0123456789abcdef01234567');
    await shop.deploy('--affected');
    expect(shop.now.components['web-gateway']?.revision).toBe(shop.commitNow());
  });

  it.each(['HEAD', '--output=written'])(
    'deploys what runs something that is no commit: %s',
    async (revision) => {
      shop.runs(['web-gateway'], revision);
      await shop.deploy('--affected');
      expect(printed[0]).toContain(`git knows no commit ${revision}`);
      expect(existsSync(join(shop.repository, 'written'))).toBe(false);
    },
  );

  it('applies a changed chart, and leaves all images as they are', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.write('deploy/helm/faultline/values.yaml', 'logLevel: error\n');
    const second = shop.commit();
    await shop.deploy('--affected');
    expect(shop.now).toMatchObject({ chart: second, description: 'Deployed the chart' });
    expect(shop.now.components).toEqual(shop.state.revisions[0]?.components);
  });

  it('only prints the services with --plan', async () => {
    shop.runs(['cart', 'product'], '');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await shop.deploy('--affected', '--plan');
    expect(printed).toEqual(['product,cart']);
    expect(shop.state.revisions).toHaveLength(1);
  });
});

describe('a deployment that breaks something', { timeout: 120_000 }, () => {
  it.each([
    ['health', /The check health failed:\ncart ERROR at 2026-11-20T10:00:00Z/],
    [
      'smoke',
      /The check smoke failed:\n40 requests, 7 failed; crossed http_req_failed: rate<0\.01/,
    ],
    ['rates', /The check objectives failed:\n.* responded with 500/],
    ['summary', /The check smoke failed:\nthe summary of k6: no JSON/],
    ['pods', /deadline exceeded\nThe pods cannot be looked at: .*Forbidden/],
    ['checkout', /The check objectives failed:\nCheckouts do not fail .* 80\.0 times faster/],
    [
      'roll-out',
      /deadline exceeded\nfaultline-cart-1: CrashLoopBackOff, back-off 10s\n.*cart-config-invalid/s,
    ],
  ])('is reverted, with the evidence of what failed: %s', async (what, evidence) => {
    shop.runs(['web-gateway', 'cart', 'console'], first);
    const words = ['--service', 'cart', '--tag', `broken-${what}`];
    const failure = await shop.deploy(...words).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'ClusterError',
      message: expect.stringMatching(evidence),
    });
    expect(failure).toMatchObject({
      message: expect.stringMatching(/Reverted: what ran before runs again\.$/),
    });
    expect(shop.now.components).toEqual(shop.state.revisions[0]?.components);
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('is not blamed for an objective that burned before', async () => {
    shop.runs(['web-gateway', 'console'], first, { burning: ['search'] });
    await shop.deploy();
    expect(printed).toContain('objectives: none of 2 burns that did not before (search)');
  });

  it('mends a console that does not respond', async () => {
    shop.runs(['web-gateway', 'console'], first);
    const broken = { tag: 'broken-rates', digest: '', revision: first };
    const description = 'Upgrade complete';
    shop.adds({
      status: 'deployed',
      description,
      components: { ...shop.now.components, console: broken },
    });
    await shop.deploy('--service', 'console', '--tag', '2.0.0');
    expect(shop.now.components.console?.tag).toBe('2.0.0');
    expect(printed.join('\n')).toMatch(
      /objectives: not checked, because they could not be read before .* 500/,
    );
  });

  it('does not take missing burn rates for good ones', async () => {
    shop.runs(['web-gateway', 'console'], first, { isQuiet: true });
    await shop.deploy();
    expect(printed).toContain(
      'objectives: not checked, because there are no burn rates of the last five minutes',
    );
  });

  it('leaves nothing to revert if helm refused it', async () => {
    shop.runs(['web-gateway'], first, { refuses: true });
    await expect(shop.deploy()).rejects.toThrow(/values are invalid[\s\S]*Nothing was changed\.$/);
    expect(shop.state.revisions).toHaveLength(1);
  });
});
