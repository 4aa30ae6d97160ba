import type { Demo } from '@faultline/demo';
import { Cleanup } from '../cleanup';
import type { Goods } from '../shop/goods';
import type { Hop } from './hop';
import { type Cost, measureInTurn, type Rounds } from './in-turn';
import { startBare, startService } from './server';
import type { SpanReceiver } from './span-receiver';

export interface HopCost {
  bare: Cost;
  service: Cost;
  exporting: Cost;
  /** That arrived for each request of the exporting service. */
  spans: number;
}

/**
 * Starts a service twice, without and with export, and its bare counterpart, and loads them in
 * turn. All three have ended when it resolves.
 */
export const measureHop = async (
  outer: Cleanup,
  demo: Demo,
  goods: Goods,
  hop: Hop,
  receiver: SpanReceiver,
  rounds: Rounds,
): Promise<HopCost> => {
  const leftovers = new Cleanup();
  outer.add(() => leftovers.clear());
  const contestants = [
    { server: await startBare(leftovers, demo, hop) },
    { server: await startService(leftovers, demo, hop) },
    {
      server: await startService(leftovers, demo, hop, receiver.url),
      afterwards: () => receiver.quiet(),
    },
  ];
  const before = receiver.count();
  const [bare, service, exporting] = await measureInTurn(contestants, hop.request(goods), rounds);
  await leftovers.clear();
  if (!bare || !service || !exporting) throw new Error('three were measured');
  const requests = 1 + rounds.warmUp + rounds.requests * rounds.rounds;
  return { bare, service, exporting, spans: (receiver.count() - before) / requests };
};
