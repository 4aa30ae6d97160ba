import { type Spread, spreadOf } from '@faultline/evidence';
import { cpuSecondsOf } from '../processes/process-table';
import { fire } from './fire';
import type { HopRequest } from './hop';
import { checkSameResponse } from './same-response';
import type { MeasuredServer } from './server';

export interface Rounds {
  /** Requests to each server before the first round. */
  warmUp: number;
  /** Requests to each server in a round. */
  requests: number;
  rounds: number;
}

/** A server that is measured, and what its requests still cost it once they are answered. */
export interface Contestant {
  server: MeasuredServer;
  afterwards?: () => Promise<void>;
}

/** CPU of a server in microseconds a request, and how often that of the first one. */
export interface Cost {
  microseconds: Spread;
  ratio: Spread;
}

/**
 * Loads servers in turn, round after round, so that what else happens on the machine meets all of
 * them. Throws unless all answer the same. Ratios are taken within a round.
 */
export const measureInTurn = async (
  contestants: readonly Contestant[],
  request: HopRequest,
  { warmUp, requests, rounds }: Rounds,
): Promise<Cost[]> => {
  await checkSameResponse(
    contestants.map(({ server }) => server.url),
    request,
  );
  for (const { server, afterwards } of contestants) {
    await fire(server.url, request, warmUp);
    await afterwards?.();
  }
  const taken: number[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, contestant] of contestants.entries())
      taken[index]?.push(await cpuOf(contestant, request, requests));
  const [first = []] = taken;
  return taken.map((values) => ({
    microseconds: spreadOf(values),
    ratio: spreadOf(values.map((value, round) => value / (first[round] ?? Number.NaN))),
  }));
};

/** Microseconds of CPU that a server takes for each of `requests`, and for what it does afterwards. */
const cpuOf = async (
  { server: { pid, url }, afterwards }: Contestant,
  request: HopRequest,
  requests: number,
): Promise<number> => {
  const before = await cpuSecondsOf(pid);
  await fire(url, request, requests);
  await afterwards?.();
  return (((await cpuSecondsOf(pid)) - before) / requests) * 1e6;
};
