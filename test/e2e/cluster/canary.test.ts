import { resolve } from 'node:path';
import { shareOfDay } from '@faultline/stores';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installRollouts, noController, startController } from '../src/canary/controller';
import { type BadRelease, badReleases, valuesOf, without } from '../src/canary/releases';
import { type Rollouts, rolloutsOf } from '../src/canary/rollout';
import {
  type CanaryShop,
  installCanaryShop,
  noPrometheus,
  pods,
  released,
  weights,
} from '../src/canary/shop';
import { type Row, sumOf, writeTable } from '../src/canary/table';
import { imageTag, nextTag } from '../src/cluster/release';
import { since, Traffic } from '../src/traffic';

// CANARY_RELEASES=20 tries all bad releases, and as many good ones.
const count = Number(process.env.CANARY_RELEASES ?? 2);

const why = noPrometheus ?? noController;

const workspace = resolve(__dirname, '../../..');

/** Journeys per second. */
const rate = 20;
const maxSeconds = 90;
const maxFailed = 0.005;

const cleanup = new AsyncDisposableStack();
let shop: CanaryShop;
let traffic: Traffic;
let rollouts: Rollouts;

const settings = (prometheusUrl: string): string[] => [
  `rollout.prometheusUrl=${prometheusUrl}`,
  `rollout.weights={${weights.join()}}`,
  ...released.map((service) => `services.${service}.rollout.enabled=true`),
  'telemetry.prometheusRule.scrapeInterval=2s',
];

beforeAll(async () => {
  if (why) return;
  await installRollouts();
  shop = cleanup.use(await installCanaryShop(settings));
  const controller = await startController(shop.release.namespace);
  cleanup.defer(() => controller.stop());
  rollouts = rolloutsOf(shop.api, shop.release);
  for (const service of released) await rollouts.ended(service, imageTag, 180);
  traffic = cleanup.use(new Traffic(shop.gateway, rate));
  await vi.waitFor(() => expect(traffic.requests.sent).toBeGreaterThan(100 * rate), 60_000);
}, 600_000);
afterAll(() => cleanup.disposeAsync(), 120_000);

/** Releases a version of services, and says what came of it. */
const release = async (
  title: string,
  {
    services,
    version,
    values = [],
  }: { services: readonly string[]; version: string; values?: string[] },
): Promise<Row & { promoted: boolean }> => {
  const [before, started] = [traffic.requests, performance.now()];
  await shop.release.upgrade([
    ...services.map((name) => `services.${name}.tag=${version}`),
    ...values,
  ]);
  const outcomes = await Promise.all(services.map((name) => rollouts.ended(name, version, 300)));
  const seconds = (performance.now() - started) / 1000;
  const promoted = outcomes.every((each) => each.promoted);
  const words = outcomes.map(({ promoted, words }) =>
    promoted ? 'promoted' : `rolled back by ${/Metric "(\w+)" assessed/.exec(words)?.[1] ?? words}`,
  );
  const outcome = [...new Set(words)].join(', ');
  const row = { title, outcome, seconds, promoted, ...since(before, traffic.requests) };
  console.log(`${title}: ${outcome}, ${seconds.toFixed(0)} s, ${row.failed} of ${row.sent} failed`);
  return row;
};

/** Has the stable version as the wanted one, and no fault. */
const settle = async ({ service, ...bad }: BadRelease): Promise<void> => {
  await shop.release.upgrade([
    `services.${service}.tag=${imageTag}`,
    ...without({ service, ...bad }),
  ]);
  await rollouts.ended(service, imageTag, 120);
};

describe.skipIf(why)(
  `a canary under load by Argo Rollouts${why ? ` (skipped: ${why})` : ''}`,
  { timeout: count * 400_000 },
  () => {
    it('is rolled back by itself where its version is bad, before many requests have failed', async () => {
      expect(pods * ((weights[0] ?? 0) / 100)).toBe(1);
      const rows: Row[] = [];
      for (const bad of badReleases.slice(0, count)) {
        const { service, title } = bad;
        const values = valuesOf(bad, nextTag);
        const row = await release(title, { services: [service], version: nextTag, values });
        rows.push(row);
        writeTable('canary-bad', rows);
        expect.soft(row.promoted, `${title}: ${row.outcome}`).toBe(false);
        expect.soft(row.seconds, title).toBeLessThanOrEqual(maxSeconds);
        await settle(bad);
      }
      const { sent, failed } = sumOf(rows);
      console.log(`failed: ${traffic.failures}`);
      expect(rows).toHaveLength(Math.min(count, badReleases.length));
      expect(failed / sent).toBeLessThanOrEqual(maxFailed);
    });

    it.each(shareOfDay(['npm run deploy'], 2))(
      'decides over %s, which is reverted at once',
      async () => {
        const deploy = (...words: readonly string[]) =>
          execa(
            'npm',
            ['run', '--silent', 'deploy', '--', '--namespace', shop.release.namespace, ...words],
            { cwd: workspace, reject: false, all: true },
          );
        const [bad] = badReleases.filter(({ service }) => service === 'payment');
        if (!bad) throw new Error('there is no bad release of payment');
        await shop.release.upgrade(valuesOf(bad, nextTag));
        const refused = await deploy('--service', 'payment', '--tag', nextTag);
        expect(refused.exitCode, refused.all).toBe(1);
        expect(refused.all).toMatch(/Argo Rollouts has taken faultline-payment back: .*"errors"/);
        expect(refused.all).toContain('Reverted: what ran before runs again.');
        await shop.release.upgrade(without(bad));

        const taken = await deploy('--service', 'product', '--tag', nextTag);
        expect(taken.exitCode, taken.all).toBe(0);
        expect(await rollouts.ended('product', nextTag, 1)).toMatchObject({ promoted: true });
        const reverted = await deploy('--revert');
        expect(reverted.exitCode, reverted.all).toBe(0);
        expect(await rollouts.ended('product', imageTag, 1)).toMatchObject({ promoted: true });
      },
    );

    it('gets all pods where its version is good, also beside another, and nobody is called', async () => {
      const rows: Row[] = [];
      const started = performance.now();
      for (let index = 0; index < count / released.length; index += 1) {
        const version = index % 2 === 0 ? nextTag : imageTag;
        const title = `good releases of ${released.join(' and ')}`;
        const row = await release(title, { services: released, version });
        rows.push(row);
        writeTable('canary-good', rows);
        expect.soft(row.promoted, `${title}: ${row.outcome}`).toBe(true);
      }
      const { sent, failed } = sumOf(rows);
      // A gateway that was restarted meanwhile fails what no version did.
      const podsNow = await shop.release.kubectl('get', 'pods', '--no-headers');
      expect(failed / sent, `failed: ${traffic.failures}\n${podsNow}`).toBeLessThanOrEqual(
        maxFailed,
      );
      const seconds = Math.ceil((performance.now() - started) / 1000);
      const fired = await shop.prometheus.query(
        `group by (alertname, subject, priority) (last_over_time(ALERTS{alertstate="firing",priority!=""}[${seconds}s]))`,
      );
      const names = (priority: string) =>
        fired.flatMap(({ metric }) =>
          metric.priority === priority ? [`${metric.alertname} ${metric.subject ?? ''}`] : [],
        );
      console.log(`tickets meanwhile: ${names('ticket').join(', ') || 'none'}`);
      expect(names('page')).toEqual([]);
    });
  },
);
