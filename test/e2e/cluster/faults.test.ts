import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { forward, type Tunnel } from '@faultline/deploy';
import { Scraper } from '@faultline/evidence';
import { type FaultKey, faultKeys, faultOf } from '@faultline/faults';
import { type OtlpReceiver, startOtlpReceiver } from '@faultline/otlp/testing';
import {
  namedFaults,
  type Proof,
  proveFault,
  renderReport,
  type Scene,
  Shoppers,
} from '@faultline/proofs';
import { shareOfDay } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followStores } from '../src/cluster/follow-stores';
import { isReady } from '../src/cluster/release';
import { type ClusterShop, installShop } from '../src/cluster/shop';
import { addressForPods, podMetrics } from '../src/cluster/watch-shop';

let shop: ClusterShop;
let receiver: OtlpReceiver;
let gateway: Tunnel;
let shoppers: Shoppers;
let scraper: Scraper;
let scene: Scene;
let leaveStores: () => Promise<void>;
const proofs: Proof[] = [];

beforeAll(async () => {
  receiver = await startOtlpReceiver(await addressForPods());
  shop = await installShop([`telemetry.otlpEndpoint=${receiver.url}`]);
  const { release } = shop;
  leaveStores = followStores(release, receiver.logs);
  gateway = await forward(release.namespace, 'faultline-web-gateway');
  shoppers = new Shoppers(gateway.url);
  scraper = new Scraper(podMetrics(shop.api, release));
  const throwSwitch = (key: FaultKey, on: boolean) => release.upgrade([`faults.${key}=${on}`]);
  scene = {
    sources: { scraper, receiver, shoppers },
    switches: {
      on: (key) => throwSwitch(key, true),
      off: async (keys) => {
        for (const key of keys) await throwSwitch(key, false);
      },
    },
    restart: async (service) => {
      await release.kubectl('delete', 'pod', '-l', `app.kubernetes.io/component=${service}`);
      await expect
        .poll(async () => (await release.pods(service)).some(isReady), { timeout: 60_000 })
        .toBe(true);
    },
  };
}, 300_000);

afterAll(async () => {
  const directory = resolve(__dirname, '../../../.faultline/cluster');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'faults.md'), renderReport(proofs));
  console.log(renderReport(proofs));
  await scraper?.stop();
  await shoppers?.stop();
  await gateway?.close();
  await leaveStores?.();
  await shop?.remove();
  await receiver?.stop();
}, 120_000);

/** The pods that a fault, or its remedy, replaces: all others stay and are not started again. */
const replaced = (key: FaultKey, pod: string): boolean =>
  (faultOf(key).scope === 'process' || faultOf(key).leavesBehind !== undefined) &&
  pod.startsWith(`faultline-${faultOf(key).service}-`) &&
  !pod.includes('-data');

/** All of them, or the share of the day; with FAULTS=payment,searchSql these. */
const keysOf = (asked: string | undefined): readonly FaultKey[] =>
  asked === undefined ? shareOfDay(faultKeys, 6) : namedFaults(asked.split(','));

describe('a fault switched by helm upgrade', () => {
  it.each(keysOf(process.env.FAULTS))(
    'shows, and goes again, without the start of a pod: %s',
    async (key) => {
      const { release } = shop;
      const before = await release.restarts();
      const proof = await proveFault(key, scene, proofs.at(-1)?.quietSince);
      proofs.push(proof);
      expect(proof.failures).toEqual([]);
      const after = await release.restarts();
      const kept = (pods: Map<string, number>) => [...pods].filter(([pod]) => !replaced(key, pod));
      expect(new Map(kept(after))).toEqual(new Map(kept(before)));
    },
    420_000,
  );
});
