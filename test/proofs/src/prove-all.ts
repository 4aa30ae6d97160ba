import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { layoutIn, startDemo, switchesOf } from '@faultline/demo';
import { readMetrics, Scraper } from '@faultline/evidence';
import { type FaultKey, faultKeys, faultOf } from '@faultline/faults';
import { startFanOut, startOtlpReceiver } from '@faultline/otlp/testing';
import { type ServiceName, toolCollector, toolUrl } from '@faultline/topology';
import { ConsoleIncidents } from './console-incidents';
import { ConsoleMap } from './console-map';
import { firingAlerts, look } from './evidence-sources';
import { type Proof, proveFault } from './prove-fault';
import { Shoppers } from './shoppers';

/** Where reports go, and the shop while it runs. */
export const proofDirectory = resolve(__dirname, '../../../.faultline/prove');

/** In milliseconds: until the shop is warm, and how long it is watched then before the first switch. */
const warmUp = 10_000;
const rest = 15_000;

export interface Proofs {
  /** What was seen of any fault before one was on, and which alerts fired: nothing, when all is well. */
  atRest: string[];
  proofs: Proof[];
}

/**
 * Proves faults one after the other on a shop of their own, under the default load. Rejects with the
 * reason of `ended` when that comes first. Leaves nothing but the report behind.
 */
export const proveAll = async (
  keys: readonly FaultKey[],
  tell: (proof: Proof) => void,
  ended?: AbortSignal,
): Promise<Proofs> => {
  await mkdir(proofDirectory, { recursive: true });
  const directory = await mkdtemp(join(proofDirectory, 'shop-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  const prove = async (): Promise<Proofs> => {
    const receiver = await startOtlpReceiver();
    undo.unshift(receiver.stop);
    const telemetry = await startFanOut();
    undo.unshift(telemetry.stop);
    telemetry.add(receiver.collector);
    const demo = await startDemo({ directory, collector: telemetry.collector, console: true });
    undo.unshift(() => demo.stop());
    telemetry.add(toolCollector('console', demo.portBase));
    const scraper = new Scraper((service) => readMetrics(demo.adminUrl(service)));
    undo.unshift(() => scraper.stop());
    const shoppers = new Shoppers(demo.url('web-gateway'));
    undo.unshift(() => shoppers.stop());
    const map = new ConsoleMap(toolUrl('console', demo.portBase));
    undo.unshift(() => map.stop());
    const incidents = new ConsoleIncidents(toolUrl('console', demo.portBase));
    undo.unshift(() => incidents.stop());
    const scene = {
      restart: async (service: ServiceName) => demo.kill(service, 'SIGTERM'),
      switches: switchesOf(layoutIn(directory)),
      sources: { scraper, receiver, shoppers, map, incidents },
    };
    await delay(warmUp);
    const started = Date.now();
    await delay(rest);
    const evidence = faultKeys.flatMap((key) =>
      Object.entries(look(scene.sources, faultOf(key), started)).flatMap(([signal, { seen }]) =>
        seen ? [`${signal} of ${key}`] : [],
      ),
    );
    const atRest = [...evidence, ...firingAlerts(scene.sources, started)];
    const proofs: Proof[] = [];
    for (const key of keys) {
      const proof = await proveFault(key, scene, proofs.at(-1)?.quietSince);
      tell(proof);
      proofs.push(proof);
    }
    return { atRest, proofs };
  };
  try {
    return await Promise.race([prove(), ...(ended ? [rejectionOf(ended)] : [])]);
  } finally {
    for (const each of undo) await each();
  }
};

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
