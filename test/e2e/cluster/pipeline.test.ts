import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clientOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { run } from '@faultline/deploy';
import { registryObstacle, startRegistry } from '@faultline/deploy/testing';
import type { ServiceName } from '@faultline/topology';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CanaryShop, installCanaryShop, noPrometheus } from '../src/canary/shop';
import { cloneWorkspace } from '../src/cluster/clone';
import { imageTag, isReady } from '../src/cluster/release';
import { Traffic } from '../src/traffic';

// The jobs of .gitlab-ci.yml that need images and a cluster, with a registry from which the cluster pulls.

const why = noPrometheus ?? registryObstacle();

const workspace = resolve(__dirname, '../../..');
const cleanup = new AsyncDisposableStack();
let directory: string;
let registry: string;

beforeAll(async () => {
  if (why) return;
  directory = await mkdtemp(join(tmpdir(), 'faultline-pipeline-'));
  cleanup.defer(() => rm(directory, { recursive: true, force: true }));
  cleanup.defer(() => rm(join(workspace, 'digests.json'), { force: true }));
  registry = `${cleanup.use(await startRegistry()).address}/faultline`;
}, 60_000);
afterAll(() => cleanup.disposeAsync(), 120_000);

/** Runs jobs as a developer does, in the cluster; what became of each of them is the end of what is printed. */
const ci = async (environment: Readonly<Record<string, string>>, ...jobs: readonly string[]) => {
  const { exitCode, all } = await execa(
    'npm',
    ['run', '--silent', 'ci:local', '--', '--cluster', ...jobs],
    { cwd: workspace, reject: false, all: true, env: { REGISTRY: registry, ...environment } },
  );
  const list = all.split('\n\n').at(-1) ?? '';
  console.log(list);
  expect(exitCode, all).toBe(0);
  for (const job of jobs) expect(list).toMatch(new RegExp(`^${job} +ran: passed`, 'm'));
  return all;
};

/** The commands of the scenario, as the docs have them. */
const scenario = async (): Promise<readonly string[]> => {
  const docs = await readFile(join(workspace, 'docs/delivery.md'), 'utf8');
  const [, block = ''] = /^## The scenario\n[\s\S]*?```sh\n([\s\S]*?)```/m.exec(docs) ?? [];
  const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines).toHaveLength(6);
  return lines;
};

describe.skipIf(why)(
  `the jobs of the pipeline${why ? ` (skipped: ${why})` : ''}`,
  { timeout: 900_000 },
  () => {
    it('build images, try a test branch, which leaves nothing, and push a release', async () => {
      const all = await ci({}, 'images', 'test-branch', 'release');
      expect(all).toMatch(/Phase: +Succeeded/);
      const namespaces = await run('kubectl', ['get', 'namespaces', '--output', 'name']);
      expect(namespaces).not.toMatch(/^namespace\/test-\d+$/m);
    });

    describe('of a shop that is installed', () => {
      let shop: CanaryShop;
      let environment: Readonly<Record<string, string>>;

      beforeAll(async () => {
        shop = cleanup.use(
          await installCanaryShop(() => [
            `image.repository=${registry}`,
            'services.payment.replicas=1',
          ]),
        );
        cleanup.use(new Traffic(shop.gateway, 5));
        // A pipeline deploys to the namespace of its kubeconfig.
        const KUBECONFIG = join(directory, 'kubeconfig');
        const config = await run('kubectl', ['config', 'view', '--raw', '--flatten']);
        await writeFile(KUBECONFIG, config, { mode: 0o600 });
        const { namespace } = shop.release;
        await execa('kubectl', ['config', 'set-context', '--current', '--namespace', namespace], {
          env: { KUBECONFIG },
        });
        environment = { KUBECONFIG, SERVICE: 'product', WEIGHTS: '40' };
      }, 400_000);

      /** The tags of the pods of a service that serve, each once. */
      const running = async (service: ServiceName) => {
        const pods = (await shop.release.pods(service)).filter(isReady);
        return [
          ...new Set(pods.map(({ metadata }) => metadata.labels['app.kubernetes.io/version'])),
        ];
      };

      /** The versions of product that the console compares. */
      const versionsInConsole = async () => {
        const { namespace } = shop.release;
        const url = `${shop.api}/api/v1/namespaces/${namespace}/services/faultline-console:http/proxy`;
        const { groups } = await clientOf(consoleRoutes, callerOf(url)).red({
          query: { component: 'product', by: 'version' },
        });
        return groups.map(({ name }) => name).sort();
      };

      it('deploy the commit, and give a candidate pods beside it, which the console compares', async () => {
        const deployed = await ci(environment, 'deploy');
        expect(deployed).toContain('Deployed.');
        const [commit = ''] = await running('product');
        expect(commit).toMatch(/^[0-9a-f]{12}/);

        await shop.release.upgrade(['console.enabled=true'], '--wait');
        const candidate = ci({ ...environment, PROMETHEUS_URL: shop.prometheusUrl }, 'candidate');
        await Promise.all([
          candidate,
          expect
            .poll(() => versionsInConsole().catch(String), { timeout: 300_000, interval: 2_000 })
            .toEqual([imageTag, commit].sort()),
        ]);
        expect(await running('product')).toEqual([imageTag]);

        const reverted = await ci(environment, 'revert');
        expect(reverted).toMatch(/^Reverting to revision \d+$/m);
        expect(await running('product')).toEqual([commit]);
      });

      it('take a change of cart through the scenario of the docs, line by line', async () => {
        const clone = await cloneWorkspace(directory);
        await appendFile(join(clone, 'apps/cart/src/main.ts'), '\n');
        const before = await running('cart');
        const product = await running('product');
        for (const line of await scenario()) {
          const { exitCode, all } = await execa(line, {
            ...{ shell: true, cwd: clone, reject: false, all: true },
            env: { REGISTRY: registry, ...environment },
          });
          console.log(`$ ${line}`);
          expect(exitCode, `${line}\n${all}`).toBe(0);
          const commit = await run('git', ['-C', clone, 'rev-parse', '--short=12', 'HEAD']);
          if (line.endsWith(' deploy')) expect(await running('cart')).toEqual([commit.trim()]);
          if (line.endsWith(' --revert')) expect(await running('cart')).toEqual(before);
        }
        expect(await running('product')).toEqual(product);
      });
    });
  },
);
