import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '@faultline/evidence';
import { renderFaults, type SwitchedFault, switchOn, watchFaults } from '@faultline/faults';
import type { Bench } from '../bench';
import type { Cleanup } from '../cleanup';
import { hops } from '../hops/hop';
import { measureInTurn, type Rounds } from '../hops/in-turn';
import { startService } from '../hops/server';
import { stockGoods } from '../shop/goods';
import { startScratchShop, unlimited } from '../shop/scratch-shop';

const rounds: Rounds = { warmUp: 3_000, requests: 3_000, rounds: 5 };
const evaluations = 200_000;
/** A read of a product asks three times: for its CPU, its calculation and its item. */
const askedByRequest = 3;

export const faults: Bench = {
  name: 'faults',
  title: 'Cost of asking whether a fault is on',
  limitMinutes: 10,
  run: async ({ leftovers, progress }) => {
    progress('evaluating');
    const off = await microseconds(leftovers, []);
    const on = await microseconds(leftovers, [switchOn('payment', { rate: 25, for: 3_600_000 })]);
    const request = await requestMicroseconds(leftovers);
    const share = ((off * askedByRequest) / request) * 100;
    return {
      method: [
        `Median time of ${evaluations} evaluations in one process, in 7 rounds: with nothing on, and with a fault on that has a rate and an end.`,
        'A request is a read of one product by the product service, in CPU.',
      ],
      tables: [
        {
          columns: [{ title: 'What' }, { title: 'µs', digits: 3 }],
          rows: [
            ['evaluation with nothing on', off],
            ['evaluation of a fault that is on', on],
            ['a whole request', request],
          ],
        },
      ],
      targets: [
        { name: 'Nothing on', value: share, atMost: 1, unit: '% of a request', digits: 3 },
        { name: 'On', value: on, atMost: 20, unit: 'µs', digits: 1 },
      ],
    };
  },
};

/** The time of one evaluation. */
const microseconds = async (leftovers: Cleanup, on: readonly SwitchedFault[]): Promise<number> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  leftovers.add(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, 'faults.yaml');
  await writeFile(file, renderFaults(on));
  const request = { requestId: '' };
  const watched = await watchFaults({
    file,
    version: '1.0.0',
    request: () => request,
    onLoaded: (error) => {
      if (error) throw error;
    },
  });
  leftovers.add(() => watched.stop());
  const times: number[] = [];
  let hits = 0;
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now();
    for (let index = 0; index < evaluations; index += 1) {
      request.requestId = `request-${index % 1000}`;
      if (watched.active('payment')) hits += 1;
    }
    times.push(((performance.now() - start) / evaluations) * 1000);
  }
  // What is on is hit now and then, and what is off never.
  if (hits > 0 !== on.length > 0) throw new Error(`${hits} hits of ${on.length} faults`);
  return median(times);
};

const requestMicroseconds = async (leftovers: Cleanup): Promise<number> => {
  const demo = await startScratchShop(leftovers, { environment: unlimited });
  const goods = await stockGoods(demo);
  const hop = hops.find(({ service }) => service === 'product');
  if (!hop) throw new Error('there is no hop of product');
  const server = await startService(leftovers, demo, hop);
  const [cost] = await measureInTurn([{ server }], hop.request(goods), rounds);
  return cost?.microseconds.median ?? Number.NaN;
};
