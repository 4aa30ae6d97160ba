import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { canary } from '@faultline/slo';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StandInShop } from '../rollout/shop';

let shop: StandInShop;
let commit: string;
let prometheus: Server;
let url: string;
const printed: string[] = [];

/** What the stand-in for Prometheus says of the new version, by how many of its pods there are. */
type Metrics = (pods: number) => { traffic: number; errors?: number; latency?: number };
const well: Metrics = () => ({ traffic: 100, errors: 0, latency: 0 });
let metrics: Metrics;
/** How many measurements fail before Prometheus is reached. */
let failures: number;

const kindOf = (query: string) =>
  query.includes('histogram_quantile') ? 'latency' : query.startsWith('max') ? 'errors' : 'traffic';

beforeEach(async () => {
  shop = new StandInShop();
  commit = shop.commit();
  shop.runs(['web-gateway', 'cart', 'product'], commit, { replicas: 10 });
  metrics = well;
  failures = 0;
  prometheus = createServer((request, response) => {
    const query = new URL(request.url ?? '', url).searchParams.get('query') ?? '';
    if (kindOf(query) === 'traffic' && failures-- > 0) response.statusCode = 502;
    const value = metrics(shop.now.components.cart?.canary?.replicas ?? 0)[kindOf(query)];
    const result = value === undefined ? [] : [{ metric: {}, value: [0, String(value)] }];
    response.end(JSON.stringify({ data: { result } }));
  });
  await new Promise<void>((resolve) => prometheus.listen(0, '127.0.0.1', resolve));
  const address = prometheus.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  prometheus.close();
  shop[Symbol.dispose]();
});

const start = (...more: readonly string[]) =>
  shop.canary('cart', '--tag', '2.0.0', '--prometheus', url, ...more);

const stepsOf = () =>
  shop.state.revisions.slice(1).map(({ description, components: { cart } }) => ({
    description,
    stable: `${cart?.replicas} × ${cart?.tag}`,
    canary: cart?.canary?.tag ? `${cart.canary.replicas} × ${cart.canary.tag}` : 'none',
  }));

describe('npm run canary', { timeout: 60_000 }, () => {
  it('records the commit that the tag of the new version names', async () => {
    shop.tag('v2.0.0');
    await start('--weights', '50');
    expect(shop.now.components.cart).toMatchObject({ tag: '2.0.0', revision: commit });
  });

  it('gives a good version more pods step by step, then all of them, and changes no other service', async () => {
    const others = shop.now.components;
    await start('--weights', '10,50');
    expect(stepsOf()).toEqual([
      { description: 'Canary cart 2.0.0 at 10 %', stable: '9 × 1.0.0', canary: '1 × 2.0.0' },
      { description: 'Canary cart 2.0.0 at 50 %', stable: '5 × 1.0.0', canary: '5 × 2.0.0' },
      { description: 'Canary cart 2.0.0 at 100 %', stable: '5 × 2.0.0', canary: '5 × 2.0.0' },
      { description: 'Deployed cart 2.0.0', stable: '10 × 2.0.0', canary: 'none' },
    ]);
    expect(shop.now.components.product?.tag).toBe(others.product?.tag);
    expect(printed.at(-1)).toMatch(/^All pods have 2\.0\.0 after \d+ s\.$/);
  });

  it('takes a version back whose requests fail, and says what was measured', async () => {
    metrics = (pods) => ({ ...well(pods), errors: pods > 1 ? 0.4 : 0 });
    await expect(start()).rejects.toThrow(
      /^50 %: more than 5 % of the requests of a route fail.*traffic 100, errors 0\.4, latency 0\)\nReverted after \d+ s: 1\.0\.0 runs\.$/,
    );
    expect(stepsOf().at(-1)).toEqual({
      description: 'Rollback to 1',
      stable: '10 × 1.0.0',
      canary: 'none',
    });
  });

  it('tolerates a version that is slow for its first requests, and takes one back that stays slow', async () => {
    let asked = 0;
    metrics = (pods) => {
      asked += 1;
      return { ...well(pods), latency: asked <= 3 * canary.slow ? 0.8 : 0 };
    };
    await start('--weights', '50');
    expect(shop.now.components.cart?.tag).toBe('2.0.0');
    metrics = (pods) => ({ ...well(pods), latency: 0.8 });
    await expect(start('--tag', '3.0.0')).rejects.toThrow(
      /^10 %: the p95 of the new version is over 0.5 s/,
    );
    expect(shop.now.components.cart?.tag).toBe('2.0.0');
  });

  it('waits where there is nothing to judge, and takes the version back in the end', async () => {
    let asked = 0;
    metrics = () => {
      asked += 1;
      return { traffic: canary.minRequests - 1 };
    };
    await expect(start()).rejects.toThrow(
      /^10 %: fewer than 20 requests have reached the new version/,
    );
    expect(asked).toBe(3 * (canary.waits + 1));
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('has a file while it is at work, from which a command after it can take it back', async () => {
    const file = join(shop.repository, 'state.json.unfinished');
    let meanwhile: string | undefined;
    metrics = (pods) => {
      meanwhile = readFileSync(file, 'utf8');
      return well(pods);
    };
    await start('--weights', '50', '--unfinished', file);
    const made = shop.state.revisions.slice(1).map(({ description }) => description);
    expect(JSON.parse(meanwhile ?? '')).toEqual({ before: 1, steps: made });
    expect(existsSync(file)).toBe(false);
  });

  it('takes the version back when it is interrupted', async () => {
    metrics = (pods) => {
      shop.interrupted.abort(new Error('Interrupted'));
      return well(pods);
    };
    await expect(start()).rejects.toThrow('Interrupted');
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('tolerates as many failed measurements in a row as Argo does', async () => {
    failures = 4;
    await start('--weights', '50');
    expect(shop.now.components.cart?.tag).toBe('2.0.0');
  });

  it('takes the version back where Prometheus cannot be asked', async () => {
    prometheus.close();
    await expect(start()).rejects.toThrow(/cannot be reached\nReverted/);
  });

  it('refuses a weight that the pods cannot give, with those that they can', async () => {
    shop.runs(['web-gateway', 'cart'], commit, { replicas: 4 });
    await expect(start()).rejects.toThrow(
      '--weights: 10 % cannot be given by 4 pods; they can give 25, 50, 75',
    );
    shop.runs(['web-gateway', 'cart'], commit, { replicas: 1 });
    await expect(start()).rejects.toThrow('cannot be given by 1 pod; at least 2 are needed');
    shop.runs(['web-gateway', 'cart'], commit, { replicas: 100 });
    const many = Array.from({ length: 41 }, (_, index) => index + 1);
    await expect(start('--weights', many.join())).rejects.toThrow('there may be at most 40');
    expect(shop.state.revisions).toHaveLength(1);
  });

  it('refuses a version that runs, a service that does not, and a second canary', async () => {
    await expect(start('--tag', '1.0.0')).rejects.toThrow('cart has 1.0.0 already');
    shop.runs(['web-gateway', 'cart'], commit, { replicas: 10, rollouts: ['cart'] });
    await expect(start()).rejects.toThrow('cart has rollout.enabled');
    await expect(shop.canary('session', '--tag', '2.0.0', '--prometheus', url)).rejects.toThrow(
      'session does not run in this release',
    );
    const cart = { tag: '1.0.0', digest: '', revision: commit, replicas: 9 };
    const components = {
      ...shop.now.components,
      cart: { ...cart, canary: { tag: '2.0.0', replicas: 1 } },
    };
    shop.adds({
      status: 'deployed',
      description: 'Canary cart 2.0.0 at 10 %',
      components,
      rollouts: [],
    });
    await expect(start('--tag', '3.0.0')).rejects.toThrow('a canary of cart runs already');
  });

  it('refuses a chart that is known to differ from the one that runs', async () => {
    shop.write('deploy/helm/faultline/values.yaml', 'logLevel: error\n');
    shop.commit();
    await expect(start()).rejects.toThrow(
      /^the chart differs from the one that runs .* deploy it first/,
    );
    for (const unknown of ['', '--output=written']) {
      shop.runs(['web-gateway', 'cart'], unknown, { replicas: 2 });
      await start('--weights', '50');
      expect(shop.now.components.cart?.tag).toBe('2.0.0');
    }
    expect(existsSync(join(shop.repository, 'written'))).toBe(false);
  });

  it('takes a chart of which a release has changed only the version', async () => {
    const chart = 'deploy/helm/faultline/Chart.yaml';
    const written = (version: string, type: string) =>
      shop.write(
        chart,
        `name: faultline\ntype: ${type}\nversion: ${version}\nappVersion: ${version}\n`,
      );
    written('1.0.0', 'application');
    shop.runs(['web-gateway', 'cart'], shop.commit(), { replicas: 2 });
    written('2.0.0', 'library');
    await expect(start('--weights', '50')).rejects.toThrow('deploy it first');
    written('2.0.0', 'application');
    await start('--weights', '50');
    expect(shop.now.components.cart?.tag).toBe('2.0.0');
  });

  it('keeps the revision before it, however many steps it has', async () => {
    const words = ['--tag', 'broken-health', '--weights', '10,20,30,40,50,60,70,80,90'];
    await expect(start(...words)).rejects.toThrow(/check health failed[\s\S]*1\.0\.0 runs\.$/);
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('leaves what somebody else changes meanwhile', async () => {
    shop.change({ ...shop.state, meanwhile: 'helm upgrade' });
    await expect(start()).rejects.toThrow(/changed the release meanwhile/);
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
  });

  it('is a deployment that npm run deploy -- --revert takes back as a whole', async () => {
    await start();
    await shop.deploy('--revert');
    expect(shop.now.components.cart).toMatchObject({ tag: '1.0.0', replicas: 10 });
  });

  it('needs a tag and the address of Prometheus', () => {
    expect(() => shop.canary('cart', '--tag', '2.0.0')).toThrow(/--prometheus <url>/);
    expect(() => shop.canary('cart', '--prometheus', url)).toThrow(/--tag <tag>/);
    expect(() => shop.canary('crat', '--tag', '2', '--prometheus', url)).toThrow(
      'There is no service crat. Did you mean cart?',
    );
  });
});
