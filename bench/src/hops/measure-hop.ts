import type { Demo } from '@faultline/demo';
import { Leftovers } from '../leftovers';
import { cpuSecondsOf } from '../processes/process-table';
import type { Goods } from '../shop/goods';
import { type Spread, spreadOf } from '../statistics';
import { fire } from './fire';
import type { Hop, HopRequest } from './hop';
import { checkSameAnswer } from './same-answer';
import { type MeasuredServer, startBare, startService } from './server';
import type { SpanReceiver } from './span-receiver';

/** CPU of a server in microseconds a request, and how often that of the bare one. */
export interface Cost {
  microseconds: Spread;
  ratio: Spread;
}

export interface HopCost {
  bare: Spread;
  service: Cost;
  exporting: Cost;
  /** That arrived for each request of the exporting service. */
  spans: number;
}

export interface Rounds {
  warmUp: number;
  /** Requests to each server in a round. */
  requests: number;
  rounds: number;
}

/**
 * Starts a service twice, without and with export, and its bare counterpart, and loads them in
 * turn, round after round: what else happens on the machine meets all three. All three have ended
 * when it resolves.
 */
export const measureHop = async (
  outer: Leftovers,
  demo: Demo,
  goods: Goods,
  hop: Hop,
  receiver: SpanReceiver,
  { warmUp, requests, rounds }: Rounds,
): Promise<HopCost> => {
  const leftovers = new Leftovers();
  outer.add(() => leftovers.clear());
  const request = hop.request(goods);
  const bare = await startBare(leftovers, demo, hop);
  const service = await startService(leftovers, demo, hop);
  const exporting = await startService(leftovers, demo, hop, receiver.url);
  const servers = [bare, service, exporting];
  await checkSameAnswer(
    servers.map(({ url }) => url),
    request,
  );
  for (const { url } of servers) await fire(url, request, warmUp);
  await receiver.quiet();

  const spansBefore = receiver.count();
  const taken: Record<'bare' | 'service' | 'exporting', number[]> = {
    bare: [],
    service: [],
    exporting: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    taken.bare.push(await cpuOf(bare, request, requests));
    taken.service.push(await cpuOf(service, request, requests));
    taken.exporting.push(await cpuOf(exporting, request, requests, () => receiver.quiet()));
  }
  await leftovers.clear();
  return {
    bare: spreadOf(taken.bare),
    service: costOf(taken.service, taken.bare),
    exporting: costOf(taken.exporting, taken.bare),
    spans: (receiver.count() - spansBefore) / (requests * rounds),
  };
};

/** Microseconds of CPU that a server takes for each of `requests`, and for what it has to do `after`. */
const cpuOf = async (
  { pid, url }: MeasuredServer,
  request: HopRequest,
  requests: number,
  after: () => Promise<void> = async () => undefined,
): Promise<number> => {
  const before = await cpuSecondsOf(pid);
  await fire(url, request, requests);
  await after();
  return (((await cpuSecondsOf(pid)) - before) / requests) * 1e6;
};

/** Each round is compared with the bare server's in the same round. */
const costOf = (taken: readonly number[], bare: readonly number[]): Cost => ({
  microseconds: spreadOf(taken),
  ratio: spreadOf(taken.map((value, round) => value / (bare[round] ?? Number.NaN))),
});
