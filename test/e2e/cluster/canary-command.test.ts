import { resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valuesOf } from '../src/canary/releases';
import {
  type CanaryShop,
  installCanaryShop,
  weights,
  noPrometheus as why,
} from '../src/canary/shop';
import { versionsOnBoard } from '../src/canary/side-by-side';
import { imageTag, isReady, nextTag } from '../src/cluster/release';
import { since, Traffic } from '../src/traffic';

const workspace = resolve(__dirname, '../../..');
const cleanup = new AsyncDisposableStack();
let shop: CanaryShop;
let traffic: Traffic;

beforeAll(async () => {
  if (why) return;
  shop = cleanup.use(await installCanaryShop());
  traffic = cleanup.use(new Traffic(shop.gateway, 20));
}, 400_000);
afterAll(() => cleanup.disposeAsync(), 120_000);

/** Runs the command, and counts the requests meanwhile. */
const canary = async (...words: readonly string[]) => {
  const before = traffic.requests;
  const { release, prometheusUrl } = shop;
  const { exitCode, all } = await execa(
    'npm',
    [
      ...['run', '--silent', 'canary', '--', ...words, '--weights', weights.join()],
      ...['--namespace', release.namespace, '--prometheus', prometheusUrl],
      ...['--scrape-interval', '2'],
    ],
    { cwd: workspace, reject: false, all: true },
  );
  const { sent, failed } = since(before, traffic.requests);
  console.log(`${all}\n${failed} of ${sent} failed`);
  return { exitCode, all, share: failed / sent };
};

/** The versions of the pods that serve, each once. */
const versionsOf = async (service: string) => {
  const pods = (await shop.release.pods(service)).filter(isReady);
  const versions = pods.map(({ metadata }) => metadata.labels['app.kubernetes.io/version']);
  return [...new Set(versions)];
};

describe.skipIf(why)(
  `npm run canary under load${why ? ` (skipped: ${why})` : ''}`,
  { timeout: 600_000 },
  () => {
    /** Waits until each panel of the board that compares versions shows both. */
    const untilSideBySide = async () => {
      const both = [imageTag, nextTag];
      const shown = () =>
        versionsOnBoard(shop.prometheus, `${shop.release.namespace}/faultline`, 'product');
      const wanted = Object.fromEntries(Object.keys(await shown()).map((panel) => [panel, both]));
      expect(Object.keys(wanted).length).toBeGreaterThanOrEqual(6);
      await expect.poll(shown, { timeout: 200_000, interval: 2_000 }).toEqual(wanted);
    };

    it('gives all pods to a good version, which the board shows beside the other meanwhile', async () => {
      const [{ exitCode, all, share }] = await Promise.all([
        canary('product', '--tag', nextTag),
        untilSideBySide(),
      ]);
      expect(exitCode, all).toBe(0);
      expect(all).toContain(`All pods have ${nextTag}`);
      expect(await versionsOf('product')).toEqual([nextTag]);
      expect(share).toBeLessThanOrEqual(0.005);
    });

    it('takes a bad version back by itself', async () => {
      const bad = {
        service: 'payment',
        title: '',
        fault: 'payment',
        switch: '100%',
      } as const;
      await shop.release.upgrade(valuesOf(bad, nextTag), '--wait');
      const { exitCode, all, share } = await canary('payment', '--tag', nextTag);
      expect(exitCode, all).toBe(1);
      expect(all).toMatch(/20 %: more than 5 % of the requests of a route fail/);
      expect(await versionsOf('payment')).toEqual([imageTag]);
      expect(share).toBeLessThanOrEqual(0.005);
    });
  },
);
